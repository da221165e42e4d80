package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainOptionsJson;
import org.hydraworkbench.train.TrainPlan;
import org.jspecify.annotations.Nullable;

/**
 * How to tune a model of a project.
 *
 * @param start what it begins with
 * @param options how it is trained; what is held out is told by the project
 * @param patience measurements by the pairs for development that may be no better before the run ends and the best model is kept; 0 is off
 * @param template name of the prompt template for pairs; null for the Hydra's usual one
 * @param directions what is learnt of pairs
 */
public record TrainingSettings(Start start, TrainOptions options, int patience, @Nullable String template, Directions directions) {

    /** What a run begins with. */
    public enum Start {
        /** The Hydra as it was put together, or the model with its new tables: as if it was never tuned. */
        FRESH,
        /** The tuned one in use, which is tuned further. */
        TUNED
    }

    private static final Choice<Start> STARTS = Choice.of(Start.values(), start -> switch (start) {
        case FRESH -> "fresh";
        case TUNED -> "tuned";
    });

    public static final Codec<TrainingSettings> CODEC = new Codec<>() {
        @Override
        protected JsonObject fields(TrainingSettings settings) {
            JsonObject json = new JsonObject();
            json.addProperty("start", STARTS.code(settings.start()));
            TrainOptionsJson.write(settings.options(), json);
            json.addProperty(TrainNumber.PATIENCE.code(), settings.patience());
            json.addProperty("template", settings.template());
            json.addProperty("directions", Directions.CODES.code(settings.directions()));
            return json;
        }

        @Override
        protected TrainingSettings from(JsonFields in) throws InputException {
            TrainingSettings usual = defaults();
            return new TrainingSettings(
                    in.choice("start", STARTS, usual.start()),
                    TrainOptionsJson.read(in, usual.options()),
                    TrainOptionsJson.whole(in, TrainNumber.PATIENCE, usual.patience()),
                    in.text("template").filter(name -> !name.isBlank()).orElse(null),
                    in.choice("directions", Directions.CODES, usual.directions()));
        }

        /** A warm-up that nobody chose shrinks with the run. */
        @Override
        protected void adapt(JsonObject json, Set<String> given) {
            if (given.contains("steps") && !given.contains("warmup")) {
                json.remove("warmup");
            }
        }

        @Override
        protected int version() {
            return 8;
        }

        @Override
        protected JsonObject upgraded(JsonObject old) {
            if (!old.has("directions")) { // before version 3 there was no other way
                old.addProperty("directions", Directions.CODES.code(Directions.THERE));
            }
            old.remove("material"); // what it learned from is told by the operation now
            rename(old, "rate", "lr");
            rename(old, "decay", "schedule");
            rename(old, "weightDecay", "weight-decay");
            rename(old, "checkpointSeconds", "checkpoint-seconds");
            if (old.has("warmup") && old.has("steps")) { // a warm-up could be longer than its run
                old.addProperty("warmup", Math.min(old.get("warmup").getAsInt(), old.get("steps").getAsInt()));
            }
            return old;
        }
    };

    /** @throws IllegalArgumentException with a sentence when the patience cannot be used, see {@link TrainNumber} */
    public TrainingSettings {
        TrainNumber.require(Map.of(TrainNumber.PATIENCE, patience));
    }

    /** A minute or so on a small model: all weights of the Hydra, 300 steps of 16 pairs. */
    public static TrainingSettings defaults() {
        TrainOptions options = TrainOptions.defaults()
                .withPlan(TrainPlan.FULL)
                .withSteps(300)
                .withBatch(16, 96)
                .withRate(1e-3, LearningRate.usualWarmup(300))
                .withSeed(1);
        return new TrainingSettings(Start.FRESH, options, 0, null, Directions.BOTH);
    }

    public TrainingSettings withStart(Start value) {
        return new TrainingSettings(value, options, patience, template, directions);
    }

    /** With other options, made of those that there are. */
    public TrainingSettings with(UnaryOperator<TrainOptions> change) {
        return new TrainingSettings(start, change.apply(options), patience, template, directions);
    }

    /** With 0 the last model is kept. */
    public TrainingSettings withPatience(int value) {
        return new TrainingSettings(start, options, value, template, directions);
    }

    public TrainingSettings withTemplate(@Nullable String value) {
        return new TrainingSettings(start, options, patience, value, directions);
    }

    public TrainingSettings withDirections(Directions value) {
        return new TrainingSettings(start, options, patience, template, value);
    }
}
