package org.hydraworkbench.app.training;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.hydraworkbench.app.shell.JobTexts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.MachineMemory;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.PlanDetails;
import org.hydraworkbench.train.Regularisation;
import org.hydraworkbench.train.Thrift;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.train.TrainingEstimate;

/** The settings of the next run, and what it takes. */
public final class TrainingForm {

    private static final TrainingSettings DEFAULTS = TrainingSettings.defaults();

    /** The numbers that are asked for, and how settings have them. */
    private static final Map<TrainNumber, ToDoubleFunction<TrainingSettings>> ASKED = new EnumMap<>(Map.ofEntries(
            Map.entry(TrainNumber.STEPS, all -> all.options().steps()),
            Map.entry(TrainNumber.BATCH, all -> all.options().batch()),
            Map.entry(TrainNumber.LENGTH, all -> all.options().length()),
            Map.entry(TrainNumber.RATE, all -> all.options().rate().peak()),
            Map.entry(TrainNumber.WARMUP, all -> all.options().rate().warmup()),
            Map.entry(TrainNumber.WEIGHT_DECAY, all -> all.options().weightDecay()),
            Map.entry(TrainNumber.LABEL_SMOOTHING, all -> all.options().regularisation().labelSmoothing()),
            Map.entry(TrainNumber.DROPOUT, all -> all.options().regularisation().dropout()),
            Map.entry(TrainNumber.WORD_DROPOUT, all -> all.options().regularisation().wordDropout()),
            Map.entry(TrainNumber.BPE_DROPOUT, all -> all.options().regularisation().bpeDropout()),
            Map.entry(TrainNumber.CLIP, all -> all.options().clip()),
            Map.entry(TrainNumber.ACCUMULATE, all -> all.options().thrift().parts()),
            Map.entry(TrainNumber.AVERAGE, all -> all.options().average()),
            Map.entry(TrainNumber.RANK, all -> all.options().details().rank()),
            Map.entry(TrainNumber.ALPHA, all -> all.options().details().alpha()),
            Map.entry(TrainNumber.KEEP, all -> all.options().keep()),
            Map.entry(TrainNumber.PATIENCE, TrainingSettings::patience)));

    private final ReadOnlyObjectProperty<TrainingState> state;
    private final ReadOnlyBooleanProperty unread;
    private final ObjectProperty<Material> material = new SimpleObjectProperty<>(Material.PAIRS);
    private final ObjectProperty<TrainPlan> plan = new SimpleObjectProperty<>(DEFAULTS.options().plan());
    private final Map<TrainNumber, DoubleProperty> numbers = new EnumMap<>(TrainNumber.class);
    private final ObjectProperty<LearningRate.Decay> decay = new SimpleObjectProperty<>(DEFAULTS.options().rate().decay());
    private final BooleanProperty recompute = new SimpleBooleanProperty(DEFAULTS.options().thrift().recompute());
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
        ASKED.forEach((which, of) -> numbers.put(which, new SimpleDoubleProperty(of.applyAsDouble(DEFAULTS))));
        numbers.values().forEach(number -> number.subscribe(this::check));
        numbers.values().forEach(number -> number.subscribe(this::tell));
        plan.subscribe(this::tell);
        seed.subscribe(this::tell);
        directions.subscribe(this::tell);
        decay.subscribe(this::tell);
        recompute.subscribe(this::tell);
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
            ASKED.forEach((which, of) -> numberProperty(which).set(of.applyAsDouble(usual)));
            decay.set(usual.options().rate().decay());
            recompute.set(usual.options().thrift().recompute());
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

    /** What the learning rate does after the warm-up. */
    public ObjectProperty<LearningRate.Decay> decayProperty() {
        return decay;
    }

    /** Whether layers are run again on the way back rather than kept, for less memory. */
    public BooleanProperty recomputeProperty() {
        return recompute;
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

    private double number(TrainNumber which) {
        return numberProperty(which).get();
    }

    private int whole(TrainNumber which) {
        return (int) number(which);
    }

    /** The operation that trains on the chosen material. */
    TrainOperation operation() {
        return material.get() == Material.PAIRS ? Operations.TRAIN : Operations.TRAIN_TEXT;
    }

    /** What is typed, and what the project has of all that is not asked for; ask only while there are no {@link #problemsProperty problems}. */
    TrainingSettings settings() {
        return state.get().usual().getOrDefault(material.get(), DEFAULTS)
                .withStart(start.get())
                .with(usual -> usual.withPlan(plan.get())
                        .withSteps(whole(TrainNumber.STEPS))
                        .withBatch(whole(TrainNumber.BATCH), whole(TrainNumber.LENGTH))
                        .withRate(new LearningRate(number(TrainNumber.RATE), whole(TrainNumber.WARMUP), decay.get()))
                        .withWeightDecay(number(TrainNumber.WEIGHT_DECAY))
                        .withRegularisation(new Regularisation(
                                number(TrainNumber.LABEL_SMOOTHING),
                                number(TrainNumber.DROPOUT),
                                number(TrainNumber.WORD_DROPOUT),
                                number(TrainNumber.BPE_DROPOUT)))
                        .withClip(number(TrainNumber.CLIP))
                        .withThrift(new Thrift(whole(TrainNumber.ACCUMULATE), recompute.get()))
                        .withAverage(whole(TrainNumber.AVERAGE))
                        .withDetails(new PlanDetails(whole(TrainNumber.RANK), number(TrainNumber.ALPHA), usual.details().names()))
                        .withKeep(whole(TrainNumber.KEEP))
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
                "training.estimate",
                estimate.trained(),
                estimate.parameters(),
                (double) estimate.trained() / estimate.parameters(),
                megabytes(estimate.bytes()),
                time);
    }

    /**
     * Why a run by {@code plan} does not fit into the memory of this machine, and what would make it fit; empty when it does, or nobody knows.
     * Ask only while there are no {@link #problemsProperty problems}.
     */
    String fitsNot(TrainPlan of) {
        DecoderConfig model = model().orElse(null);
        OptionalLong machine = MachineMemory.total();
        if (model == null || machine.isEmpty()) {
            return "";
        }
        TrainOptions options = settings().options().withPlan(of);
        long memory = machine.getAsLong();
        if (TrainingEstimate.of(model, options).bytes() <= memory) {
            return "";
        }
        String what = TrainingEstimate.thriftThatFits(model, options, memory)
                .map(thrift -> Texts.format("training.fits.with", thrift.parts(), thrift.recompute() ? 1 : 0))
                .orElse(Texts.get("training.fits.nothing"));
        return Texts.format("training.fits.not", megabytes(memory), what);
    }

    private static String megabytes(long bytes) {
        double megabytes = bytes / 1e6;
        return megabytes < 1000
                ? String.format(Locale.getDefault(), "%.0f MB", megabytes)
                : String.format(Locale.getDefault(), "%.1f GB", megabytes / 1000);
    }
}
