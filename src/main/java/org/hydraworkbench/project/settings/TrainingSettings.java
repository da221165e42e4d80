package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.Regularisation;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainPlan;
import org.jspecify.annotations.Nullable;

/**
 * How to tune a model of a project.
 *
 * @param start what it begins with
 * @param plan which weights are trained
 * @param steps optimiser steps
 * @param batch sequences in a step
 * @param length most tokens of a sequence
 * @param rate highest learning rate
 * @param warmup steps in which the rate rises
 * @param decay what the rate does then
 * @param weightDecay AdamW's
 * @param regularisation what keeps it from learning few sentences by heart
 * @param patience measurements by the pairs for development that may be no better before the run ends and the best model is kept; 0 is off
 * @param average steps over about which the weights that are kept are a mean; 0 keeps those of the last
 * @param seed of the order of the data
 * @param checkpointSeconds seconds between checkpoints
 * @param template name of the prompt template for pairs; null for the Hydra's usual one
 * @param directions what is learnt of pairs
 */
public record TrainingSettings(
        Start start,
        TrainPlan plan,
        int steps,
        int batch,
        int length,
        double rate,
        int warmup,
        LearningRate.Decay decay,
        double weightDecay,
        Regularisation regularisation,
        int patience,
        int average,
        long seed,
        int checkpointSeconds,
        @Nullable String template,
        Directions directions) {

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
            json.addProperty("plan", TrainPlan.CODES.code(settings.plan()));
            json.addProperty("steps", settings.steps());
            json.addProperty("batch", settings.batch());
            json.addProperty("length", settings.length());
            json.addProperty("lr", settings.rate());
            json.addProperty("warmup", settings.warmup());
            json.addProperty("schedule", LearningRate.Decay.CODES.code(settings.decay()));
            json.addProperty("weight-decay", settings.weightDecay());
            json.addProperty("label-smoothing", settings.regularisation().labelSmoothing());
            json.addProperty("dropout", settings.regularisation().dropout());
            json.addProperty("word-dropout", settings.regularisation().wordDropout());
            json.addProperty("bpe-dropout", settings.regularisation().bpeDropout());
            json.addProperty("patience", settings.patience());
            json.addProperty("average", settings.average());
            json.addProperty("seed", settings.seed());
            json.addProperty("checkpoint-seconds", settings.checkpointSeconds());
            json.addProperty("template", settings.template());
            json.addProperty("directions", Directions.CODES.code(settings.directions()));
            return json;
        }

        @Override
        protected TrainingSettings from(JsonFields in) throws InputException {
            TrainingSettings usual = defaults();
            int steps = in.integer("steps", usual.steps(), 1, Integer.MAX_VALUE);
            TrainingSettings settings = new TrainingSettings(
                    in.choice("start", STARTS, usual.start()),
                    in.choice("plan", TrainPlan.CODES, usual.plan()),
                    steps,
                    in.integer("batch", usual.batch(), 1, Integer.MAX_VALUE),
                    in.integer("length", usual.length(), 1, Integer.MAX_VALUE),
                    in.number("lr", usual.rate()),
                    in.integer("warmup", LearningRate.usualWarmup(steps), 0, Integer.MAX_VALUE),
                    in.choice("schedule", LearningRate.Decay.CODES, usual.decay()),
                    in.number("weight-decay", usual.weightDecay()),
                    new Regularisation(
                            in.number("label-smoothing", usual.regularisation().labelSmoothing()),
                            in.number("dropout", usual.regularisation().dropout()),
                            in.number("word-dropout", usual.regularisation().wordDropout()),
                            in.number("bpe-dropout", usual.regularisation().bpeDropout())),
                    in.integer("patience", usual.patience(), 0, Integer.MAX_VALUE),
                    in.integer("average", usual.average(), 0, Integer.MAX_VALUE),
                    in.longInteger("seed", usual.seed()),
                    in.integer("checkpoint-seconds", usual.checkpointSeconds(), 1, Integer.MAX_VALUE),
                    in.text("template").filter(name -> !name.isBlank()).orElse(null),
                    in.choice("directions", Directions.CODES, usual.directions()));
            List<TrainNumber.Problem> problems = settings.problems();
            if (!problems.isEmpty()) {
                TrainNumber.Problem first = problems.getFirst();
                throw new InputException(field(first.number()) + ": " + first.sentence());
            }
            return settings;
        }

        private static String field(TrainNumber number) {
            return switch (number) {
                case STEPS -> "steps";
                case BATCH -> "batch";
                case LENGTH -> "length";
                case RATE -> "lr";
                case WARMUP -> "warmup";
                case WEIGHT_DECAY -> "weight-decay";
                case CHECKPOINT_SECONDS -> "checkpoint-seconds";
                case LABEL_SMOOTHING -> "label-smoothing";
                case DROPOUT -> "dropout";
                case WORD_DROPOUT -> "word-dropout";
                case BPE_DROPOUT -> "bpe-dropout";
                case PATIENCE -> "patience";
                case AVERAGE -> "average";
                case CLIP, EVAL_EVERY -> throw new IllegalArgumentException("no field for " + number);
            };
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
            return 6;
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

    /** A minute or so on a small model: all weights of the Hydra, 300 steps of 16 pairs. */
    public static TrainingSettings defaults() {
        return new TrainingSettings(
                Start.FRESH, TrainPlan.FULL, 300, 16, 96, 1e-3, 30, LearningRate.Decay.LINEAR, 0.01, Regularisation.NONE, 0, 0, 1, 60, null, Directions.BOTH);
    }

    /** What is wrong with the numbers, the same sentences for all who ask. */
    public List<TrainNumber.Problem> problems() {
        return TrainNumber.problems(Map.ofEntries(
                Map.entry(TrainNumber.STEPS, steps),
                Map.entry(TrainNumber.BATCH, batch),
                Map.entry(TrainNumber.LENGTH, length),
                Map.entry(TrainNumber.RATE, rate),
                Map.entry(TrainNumber.WARMUP, warmup),
                Map.entry(TrainNumber.WEIGHT_DECAY, weightDecay),
                Map.entry(TrainNumber.LABEL_SMOOTHING, regularisation.labelSmoothing()),
                Map.entry(TrainNumber.DROPOUT, regularisation.dropout()),
                Map.entry(TrainNumber.WORD_DROPOUT, regularisation.wordDropout()),
                Map.entry(TrainNumber.BPE_DROPOUT, regularisation.bpeDropout()),
                Map.entry(TrainNumber.PATIENCE, patience),
                Map.entry(TrainNumber.AVERAGE, average),
                Map.entry(TrainNumber.CHECKPOINT_SECONDS, checkpointSeconds)));
    }

    /** The same for a trainer; by what it is measured, and with what patience, depends on what is held out. */
    public TrainOptions options() {
        return TrainOptions.defaults()
                .withPlan(plan)
                .withSteps(steps)
                .withBatch(batch, length)
                .withRate(new LearningRate(rate, Math.min(warmup, steps), decay))
                .withWeightDecay(weightDecay)
                .withRegularisation(regularisation)
                .withSeed(seed)
                .withCheckpointSeconds(checkpointSeconds)
                .withAverage(average);
    }

    /** The code of the plan. */
    public String planCode() {
        return TrainPlan.CODES.code(plan);
    }

    public TrainingSettings withStart(Start value) {
        return new TrainingSettings(
                value, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    public TrainingSettings withPlan(TrainPlan value) {
        return new TrainingSettings(
                start, value, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    /** A run of {@code value} steps; the rate rises in no more than these. */
    public TrainingSettings withSteps(int value) {
        return new TrainingSettings(
                start, plan, value, batch, length, rate, Math.min(warmup, value), decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    /** {@code newBatch} sequences of at most {@code newLength} tokens in a step. */
    public TrainingSettings withBatch(int newBatch, int newLength) {
        return new TrainingSettings(
                start, plan, steps, newBatch, newLength, rate, warmup, decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    /** A rate that rises for {@code newWarmup} steps. */
    public TrainingSettings withRate(double newRate, int newWarmup) {
        return new TrainingSettings(
                start, plan, steps, batch, length, newRate, newWarmup, decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    public TrainingSettings withDecay(LearningRate.Decay value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, value, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    public TrainingSettings withWeightDecay(double value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, value, regularisation, patience, average, seed, checkpointSeconds, template, directions);
    }

    public TrainingSettings withRegularisation(Regularisation value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, value, patience, average, seed, checkpointSeconds, template, directions);
    }

    /** With 0 the last model is kept. */
    public TrainingSettings withPatience(int value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, value, average, seed, checkpointSeconds, template, directions);
    }

    /** With 0 the weights of the last step are kept. */
    public TrainingSettings withAverage(int value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, value, seed, checkpointSeconds, template, directions);
    }

    public TrainingSettings withSeed(long value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, average, value, checkpointSeconds, template, directions);
    }

    public TrainingSettings withCheckpointSeconds(int value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, average, seed, value, template, directions);
    }

    public TrainingSettings withTemplate(@Nullable String value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, value, directions);
    }

    public TrainingSettings withDirections(Directions value) {
        return new TrainingSettings(
                start, plan, steps, batch, length, rate, warmup, decay, weightDecay, regularisation, patience, average, seed, checkpointSeconds, template, value);
    }
}
