package org.hydraworkbench.app.training;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.hydraworkbench.app.shell.JobTexts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.train.TrainingEstimate;

/** The settings of the next run, and what it takes. */
public final class TrainingForm {

    private static final TrainingSettings DEFAULTS = TrainingSettings.defaults();

    private final ReadOnlyObjectProperty<TrainingState> state;
    private final ReadOnlyBooleanProperty unread;
    private final ObjectProperty<Material> material = new SimpleObjectProperty<>(Material.PAIRS);
    private final ObjectProperty<TrainPlan> plan = new SimpleObjectProperty<>(DEFAULTS.options().plan());
    private final Map<TrainNumber, DoubleProperty> numbers = new EnumMap<>(Map.of(
            TrainNumber.STEPS, new SimpleDoubleProperty(DEFAULTS.options().steps()),
            TrainNumber.BATCH, new SimpleDoubleProperty(DEFAULTS.options().batch()),
            TrainNumber.LENGTH, new SimpleDoubleProperty(DEFAULTS.options().length()),
            TrainNumber.RATE, new SimpleDoubleProperty(DEFAULTS.options().rate().peak()),
            TrainNumber.WARMUP, new SimpleDoubleProperty(DEFAULTS.options().rate().warmup()),
            TrainNumber.AVERAGE, new SimpleDoubleProperty(DEFAULTS.options().average()),
            TrainNumber.PATIENCE, new SimpleDoubleProperty(DEFAULTS.patience())));
    private final DoubleProperty seed = new SimpleDoubleProperty(DEFAULTS.options().seed());
    private final ObjectProperty<TrainingSettings.Start> start = new SimpleObjectProperty<>(DEFAULTS.start());
    private final ObjectProperty<Directions> directions = new SimpleObjectProperty<>(DEFAULTS.directions());
    private Runnable changed = () -> {};
    private boolean taken;
    private boolean warmupIsUsual; // for the number of steps that was typed last
    private final ReadOnlyObjectWrapper<Map<TrainNumber, String>> problems = new ReadOnlyObjectWrapper<>(Map.of());

    TrainingForm(ReadOnlyObjectProperty<TrainingState> state, ReadOnlyBooleanProperty unread) {
        this.state = state;
        this.unread = unread;
        numbers.values().forEach(number -> number.subscribe(this::check));
        numbers.values().forEach(number -> number.subscribe(this::tell));
        plan.subscribe(this::tell);
        seed.subscribe(this::tell);
        directions.subscribe(this::tell);
        state.subscribe(this::take);
        numberProperty(TrainNumber.STEPS).subscribe(this::follow);
    }

    /** Has {@code then} called when a person changed the settings to some that can be used. */
    void onChange(Runnable then) {
        changed = then;
    }

    private void tell() {
        if (taken && problems.get().isEmpty()) {
            changed.run();
        }
    }

    /** A warm-up that nobody typed stays the usual one for the number of steps. */
    private void follow(Number before, Number steps) {
        DoubleProperty warmup = numberProperty(TrainNumber.WARMUP);
        if (!Double.isNaN(before.doubleValue())) {
            warmupIsUsual = warmup.get() == LearningRate.usualWarmup(before.intValue());
        }
        if (warmupIsUsual && !Double.isNaN(steps.doubleValue())) {
            warmup.set(LearningRate.usualWarmup(steps.intValue()));
        }
    }

    /** Shows the settings of the next run when a project has come. */
    private void take(TrainingState found) {
        TrainingSettings usual = found.usual().get(material.get());
        if (usual == null) {
            taken = false;
        } else if (!taken) {
            plan.set(usual.options().plan());
            numberProperty(TrainNumber.STEPS).set(usual.options().steps());
            numberProperty(TrainNumber.BATCH).set(usual.options().batch());
            numberProperty(TrainNumber.LENGTH).set(usual.options().length());
            numberProperty(TrainNumber.RATE).set(usual.options().rate().peak());
            numberProperty(TrainNumber.WARMUP).set(usual.options().rate().warmup());
            numberProperty(TrainNumber.AVERAGE).set(usual.options().average());
            numberProperty(TrainNumber.PATIENCE).set(usual.patience());
            seed.set(usual.options().seed());
            directions.set(usual.directions());
            taken = true;
        }
    }

    public ObjectProperty<Material> materialProperty() {
        return material;
    }

    public ObjectProperty<TrainPlan> planProperty() {
        return plan;
    }

    /** A number of the run; NaN while what is typed is none. */
    public DoubleProperty numberProperty(TrainNumber which) {
        DoubleProperty number = numbers.get(which);
        if (number == null) {
            throw new IllegalArgumentException("no field for " + which);
        }
        return number;
    }

    /** Whether there is something held out to be patient by, or a number to take back where there is not. */
    public ObservableBooleanValue patienceIsAsked() {
        return Bindings.createBooleanBinding(
                () -> state.get().heldOut() || numberProperty(TrainNumber.PATIENCE).get() != 0, state, numberProperty(TrainNumber.PATIENCE));
    }

    public DoubleProperty seedProperty() {
        return seed;
    }

    /** What the run begins with. */
    public ObjectProperty<TrainingSettings.Start> startProperty() {
        return start;
    }

    /** What is learnt of pairs. */
    public ObjectProperty<Directions> directionsProperty() {
        return directions;
    }

    /** What is wrong with the numbers as they stand there, by number; empty when all can be used. */
    public ReadOnlyObjectProperty<Map<TrainNumber, String>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    private void check() {
        Map<TrainNumber, Double> typed = new EnumMap<>(TrainNumber.class);
        numbers.forEach((which, number) -> typed.put(which, number.get()));
        Map<TrainNumber, String> found = new EnumMap<>(TrainNumber.class);
        TrainNumber.problems(typed).forEach(problem -> found.put(problem.number(), problem.sentence()));
        problems.set(found);
    }

    private int whole(TrainNumber which) {
        return (int) numberProperty(which).get();
    }

    /** The operation that trains on the chosen material. */
    TrainOperation operation() {
        return material.get() == Material.PAIRS ? Operations.TRAIN : Operations.TRAIN_TEXT;
    }

    /** What is typed; ask only while there are no {@link #problemsProperty problems}. */
    TrainingSettings settings() {
        return DEFAULTS.withStart(start.get())
                .with(usual -> usual.withPlan(plan.get())
                        .withSteps(whole(TrainNumber.STEPS))
                        .withBatch(whole(TrainNumber.BATCH), whole(TrainNumber.LENGTH))
                        .withRate(numberProperty(TrainNumber.RATE).get(), whole(TrainNumber.WARMUP))
                        .withAverage(whole(TrainNumber.AVERAGE))
                        .withSeed((long) seed.get()))
                .withPatience(whole(TrainNumber.PATIENCE))
                .withDirections(directions.get());
    }

    /** The name of the model that a run begins with; empty while there is none. */
    String begins() {
        TrainingState now = state.get();
        boolean pairs = material.get() == Material.PAIRS;
        return start.get() == TrainingSettings.Start.TUNED
                ? pairs ? now.tunedName() : now.tunedTextName()
                : pairs ? now.hydraName() : now.transferredName();
    }

    /** Why a run cannot begin, as sentences of the project; empty when it can. */
    String missing() {
        return material.get() == Material.PAIRS ? state.get().missingForPairs() : state.get().missingForText();
    }

    /** The model that the chosen material trains. */
    Optional<DecoderConfig> model() {
        TrainingState now = state.get();
        return material.get() == Material.PAIRS ? now.hydra() : now.transferred();
    }

    /** What a run by {@code plan} takes, in words; ask only while there are no {@link #problemsProperty problems}. */
    String estimate(TrainPlan of) {
        Optional<DecoderConfig> model = model();
        if (model.isEmpty()) {
            return unread.get() ? "" : Texts.get("training.estimate.noModel");
        }
        TrainingEstimate estimate = TrainingEstimate.of(model.get(), settings().options().withPlan(of));
        double sequences = numberProperty(TrainNumber.STEPS).get() * whole(TrainNumber.BATCH);
        String time = state.get()
                .speed()
                .map(speed -> Texts.format(
                        "training.estimate.time",
                        JobTexts.duration(Duration.ofSeconds((long) Math.ceil(
                                estimate.seconds(
                                        sequences * speed.tokensASequence(whole(TrainNumber.LENGTH)),
                                        speed.tokensPerSecond(),
                                        speed.costPerToken()))))))
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
}
