package org.hydraworkbench.app.training;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.model.DecoderConfig;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.train.TrainingEstimate;

/** The settings of the next run, and what it takes. */
public final class TrainingForm {

    private static final TrainingSettings DEFAULTS = TrainingSettings.defaults();

    private final ReadOnlyObjectProperty<TrainingState> state;
    private final ObjectProperty<Material> material = new SimpleObjectProperty<>(Material.PAIRS);
    private final ObjectProperty<TrainPlan> plan = new SimpleObjectProperty<>(DEFAULTS.plan());
    private final ObjectProperty<Integer> steps = new SimpleObjectProperty<>(DEFAULTS.steps());
    private final ObjectProperty<Integer> batch = new SimpleObjectProperty<>(DEFAULTS.batch());
    private final ObjectProperty<Integer> length = new SimpleObjectProperty<>(DEFAULTS.length());
    private final ObjectProperty<Double> rate = new SimpleObjectProperty<>(DEFAULTS.rate());
    private final ObjectProperty<Integer> warmup = new SimpleObjectProperty<>(DEFAULTS.warmup());
    private final ObjectProperty<Integer> seed = new SimpleObjectProperty<>((int) DEFAULTS.seed());

    TrainingForm(ReadOnlyObjectProperty<TrainingState> state) {
        this.state = state;
    }

    public ObjectProperty<Material> materialProperty() {
        return material;
    }

    public ObjectProperty<TrainPlan> planProperty() {
        return plan;
    }

    public ObjectProperty<Integer> stepsProperty() {
        return steps;
    }

    /** Sequences in a step. */
    public ObjectProperty<Integer> batchProperty() {
        return batch;
    }

    /** Most tokens of a sequence. */
    public ObjectProperty<Integer> lengthProperty() {
        return length;
    }

    /** Highest learning rate. */
    public ObjectProperty<Double> rateProperty() {
        return rate;
    }

    /** Steps in which the rate rises. */
    public ObjectProperty<Integer> warmupProperty() {
        return warmup;
    }

    public ObjectProperty<Integer> seedProperty() {
        return seed;
    }

    /** The operation that trains on the chosen material. */
    TrainOperation operation() {
        return material.get() == Material.PAIRS ? Operations.TRAIN : Operations.TRAIN_TEXT;
    }

    TrainingSettings settings() {
        return DEFAULTS.withPlan(plan.get())
                .withSteps(steps.get())
                .withBatch(batch.get(), length.get())
                .withRate(rate.get(), warmup.get())
                .withSeed(seed.get());
    }

    /** The model that the chosen material trains. */
    Optional<DecoderConfig> model() {
        TrainingState now = state.get();
        return material.get() == Material.PAIRS ? now.hydra() : now.transferred();
    }

    /** What a run by {@code plan} takes, in words. */
    String estimate(TrainPlan of) {
        Optional<DecoderConfig> model = model();
        if (model.isEmpty()) {
            return Texts.get("training.estimate.noModel");
        }
        TrainingEstimate estimate = TrainingEstimate.of(model.get(), of, batch.get(), length.get());
        double tokens = (double) steps.get() * batch.get() * length.get();
        String time = state.get()
                .speed()
                .map(speed -> Texts.format(
                        "training.estimate.time",
                        words(Duration.ofSeconds((long) Math.ceil(
                                estimate.seconds(tokens, speed.tokensPerSecond(), speed.costPerToken()))))))
                .orElse(Texts.get("training.estimate.noSpeed"));
        return Texts.format(
                "training.estimate", estimate.trained(), estimate.parameters(), megabytes(estimate.bytes()), time);
    }

    private static String megabytes(long bytes) {
        double megabytes = bytes / 1e6;
        return megabytes < 1000
                ? String.format(Locale.getDefault(), "%.0f MB", megabytes)
                : String.format(Locale.getDefault(), "%.1f GB", megabytes / 1000);
    }

    /** A length of time with its two largest units. */
    static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return Texts.format("training.seconds", seconds);
        }
        return seconds < 3600
                ? Texts.format("training.minutes", seconds / 60, seconds % 60)
                : Texts.format("training.hours", seconds / 3600, seconds / 60 % 60);
    }
}
