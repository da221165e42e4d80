package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.Adapter;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.EarlierLayout;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.model.TensorFiles;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.model.runtime.TensorScope;
import org.jspecify.annotations.Nullable;

/**
 * Runs a training: steps, metrics, checkpoints, and at the end the trained model in the folder asked for. Cancelling and
 * stopping take effect between steps; the one leaves a checkpoint, the other the model too.
 */
public final class Trainer {

    private final TrainStart start;
    private final TrainOptions options;
    private final Stop stop;
    private final Trainee trainee;
    private final BatchSource data;
    private final String model;
    private final Checkpoints checkpoints;
    private final MetricsListener listener;
    private final Progress progress;
    private final String dataHash;
    private final TensorScope scope;
    private final TrainedParameters parameters;
    private final Map<TrainPlan.Stage, TrainedParameters> stages = new LinkedHashMap<>();
    private final AdamW optimiser;
    private final AveragedWeights average;
    private final EarlyStopping stopping;
    private final @Nullable HeldOutMeasure measure;
    private final @Nullable Samples samples;
    private final @Nullable Sampler sampler;
    private long step;
    private double secondsBefore;
    private long saved;
    private long started;

    private Trainer(
            TrainRequest request,
            Stop stop,
            Trainee trainee,
            BatchSource data,
            @Nullable HeldOutMeasure measure,
            @Nullable Sampler sampler,
            String model,
            Checkpoints checkpoints,
            MetricsListener listener,
            Progress progress)
            throws HydraException {
        this.start = request.start();
        this.options = request.options();
        this.stop = stop;
        this.trainee = trainee;
        this.data = data;
        this.measure = measure;
        this.samples = request.samples();
        this.sampler = sampler;
        this.model = model;
        this.checkpoints = checkpoints;
        this.listener = listener;
        this.progress = progress;
        this.dataHash = data.fingerprint();
        this.scope = trainee.body().runtime().root().child();
        prepare(trainee.body());
        requireNamed(trainee.body());
        this.parameters = new TrainedParameters(trainee.body(), trained(options.plan()), trainee.directions());
        for (TrainPlan.Stage stage : options.plan().stages(options.steps())) {
            stages.put(stage, new TrainedParameters(trainee.body(), trained(stage.plan()), trainee.directions()));
        }
        this.stopping = new EarlyStopping(options.heldOut());
        this.optimiser = new AdamW(parameters.trained(), options.weightDecay(), this::begin, scope);
        this.average = new AveragedWeights(parameters.trained(), options.average(), scope);
    }

    /** Gives a model what is learnt beside its weights, and makes what is trained exact. */
    private void prepare(Decoder body) throws HydraException {
        Adapter adapter = options.adapter();
        if (adapter != null) {
            body.adapt(adapter, options.seed());
        }
        body.widen(trained(options.plan()));
    }

    private void requireNamed(Decoder body) throws UsageException {
        for (String name : options.plan() == TrainPlan.NAMED ? options.details().names() : List.<String>of()) {
            PlanDetails alone = new PlanDetails(options.details().rank(), options.details().alpha(), List.of(name));
            if (body.parameters().stream().noneMatch(parameter -> alone.isNamed(parameter.name()))) {
                throw new UsageException("The model has no parameter " + name + "; its names are like " + body.parameters().getLast().name() + ".");
            }
        }
    }

    private Predicate<String> trained(TrainPlan plan) {
        int layers = trainee.body().config().layers();
        return name -> plan.trains(name, layers, options.details());
    }

    /** The step after which a parameter begins to be trained. */
    private long begin(String name) {
        return stages.keySet().stream()
                .filter(stage -> trained(stage.plan()).test(name))
                .mapToLong(TrainPlan.Stage::before)
                .min()
                .orElseThrow(() -> new IllegalStateException(name + " is never trained"));
    }

    private TrainPlan.Stage stage(long number) {
        return stages.keySet().stream().filter(stage -> stage.before() < number).reduce((a, b) -> b).orElseThrow();
    }

    /**
     * Trains.
     *
     * @param stop ends the run early with the model that there is
     * @param listener hears of each step
     * @throws UsageException when the output folder is taken, options do not go together, or training diverges
     * @throws InputException when model or data cannot be read
     * @throws CancelledException when {@code progress} was cancelled; the run can be resumed
     */
    public static TrainOutcome run(
            TensorRuntime runtime, TrainRequest request, Stop stop, MetricsListener listener, Progress progress)
            throws HydraException {
        Checkpoints checkpoints = Checkpoints.open(request.out(), request.resume());
        Optional<Path> latest = checkpoints.latest();
        TrainingState begun = latest.isPresent() ? TrainingState.read(latest.get()) : null;
        if (begun != null) {
            begun.requireSameModel(request.start());
        }
        TrainOptions options = request.options();
        progress.message("Loading the model");
        try (Trainee trainee = Trainees.load(runtime, request.start(), options, progress)) {
            options.requireContext(trainee.body().config().contextLength());
            TrainingEstimate.of(trainee.body(), options).requireMemory(runtime);
            BatchSource data = Trainees.data(request, trainee, progress);
            HeldOutMeasure measure = Trainees.measure(options.heldOut(), trainee, progress);
            Sampler sampler = Trainees.sampler(request.samples(), trainee, progress);
            String model = begun == null || begun.model().isEmpty() ? StartFingerprint.of(request.start()) : begun.model().get();
            Trainer trainer = new Trainer(request, stop, trainee, data, measure, sampler, model, checkpoints, listener, progress);
            try {
                if (begun != null) {
                    trainer.resume(latest.get(), begun);
                }
                return trainer.train();
            } finally {
                trainer.scope.close();
            }
        }
    }

    /** Whether there is a run in a folder, begun and not yet ended, or ended with its checkpoint. */
    public static boolean isBegun(Path out) {
        return Checkpoints.isBegun(out);
    }

    private void resume(Path checkpoint, TrainingState state) throws HydraException {
        state.requireSame(options, dataHash);
        loadTrained(checkpoint);
        SavedTensors moments = saved(checkpoint, TrainingState.MOMENTS);
        if (state.version() == 0) {
            optimiser.loadByPlace(moments, scope);
        } else {
            optimiser.load(moments, scope);
        }
        average.goOn(moments, state.isAveraged(), scope);
        stopping.goOn(state.best());
        step = state.step();
        secondsBefore = state.seconds();
        progress.log("Going on after step " + step + ".");
    }

    private TrainOutcome train() throws HydraException {
        try (Checkpoints.Taken _ = checkpoints.take()) {
            if (stopping.best().isEmpty()) {
                checkpoints.forgetBest();
            } else if (stopping.isBest(step)) {
                checkpoints.nameBest(); // the process may have died between the checkpoint and this
            }
            return trainToTheEnd();
        }
    }

    private TrainOutcome trainToTheEnd() throws HydraException {
        progress.message("Training " + options.steps() + " steps");
        started = System.nanoTime();
        saved = started;
        OptionalDouble loss = OptionalDouble.empty();
        try {
            if (step > 0 && stopping.lacks(step)) { // it was stopped while it was measured
                keep(measure());
            }
            while (step < options.steps() && !stop.isKept() && !stopping.isOver()) {
                progress.checkCancelled();
                Metrics metrics = step();
                loss = OptionalDouble.of(metrics.loss());
                try {
                    metrics = metrics.withBitsPerByte(measure());
                    metrics = metrics.withSamples(samples());
                } finally {
                    listener.step(metrics);
                }
                progress.update(step, options.steps());
                keep(metrics.bitsPerByte());
            }
        } catch (CancelledException e) {
            save();
            progress.log("Stopped after step " + step + "; the run can be resumed from here.");
            throw e;
        }
        String end = stopping.end(step, options.steps());
        if (!end.isEmpty()) {
            progress.log(end);
        }
        progress.message("Writing the model");
        save();
        publish();
        return new TrainOutcome(step, stopping.kept(step), loss);
    }

    /** Writes a checkpoint where it is time for one, or where the model was measured and is the best so far. */
    private void keep(OptionalDouble bitsPerByte) throws HydraException {
        boolean best = bitsPerByte.isPresent() && stopping.take(step, bitsPerByte.getAsDouble());
        if (best || System.nanoTime() - saved >= options.checkpointSeconds() * 1_000_000_000L) {
            save();
            saved = System.nanoTime();
        }
        if (best) {
            checkpoints.nameBest();
        }
    }

    private Metrics step() throws HydraException {
        long begun = System.nanoTime();
        long number = step + 1;
        List<Batch> batches = data.batches(step);
        TrainPlan.Stage stage = stage(number);
        double rate = options.rate().at(number, options.steps()) * stage.faster();
        double loss;
        double norm;
        try (TensorScope call = scope.child()) {
            StepGradients gradients = StepGradients.of(
                    call, batches, Objects.requireNonNull(stages.get(stage)), trainee.body(), options, options.seed() + Directions.MOST * number);
            double count = Math.max(1, batches.stream().mapToLong(Batch::scored).sum());
            loss = gradients.loss() / count;
            norm = gradients.norm(call) / count;
            if (!Double.isFinite(loss) || !Double.isFinite(norm)) {
                throw diverged("at step " + number + " the loss is no number any more");
            }
            optimiser.step(call, gradients.byName(), number, rate, count * Math.max(1, norm / options.clip()));
            average.take(call, number);
        }
        step = number;
        double seconds = (System.nanoTime() - begun) / 1e9;
        long tokens = batches.stream().mapToLong(Batch::tokens).sum();
        return new Metrics(number, loss, rate, tokens / seconds, seconds(), norm, OptionalDouble.empty());
    }

    private static HydraException diverged(String how) {
        return new UsageException(
                "Training diverged: " + how + ". Use a lower learning rate or a longer warm-up, and resume or begin again.");
    }

    private OptionalDouble measure() throws HydraException {
        HeldOut heldOut = options.heldOut();
        return measure != null && heldOut != null && heldOut.isDue(step, options.steps())
                ? OptionalDouble.of(average.use(scope, () -> measure.bitsPerByte(progress)))
                : OptionalDouble.empty();
    }

    private List<Sample> samples() throws HydraException {
        return sampler != null && samples != null && samples.isDue(step, options.steps())
                ? average.use(scope, () -> sampler.write(progress))
                : List.of();
    }

    private void save() throws HydraException {
        try (TensorScope call = scope.child()) {
            // The last step may have spoilt what no loss has been seen of yet.
            List<Tensor> trained = parameters.trained().stream().map(Parameter::tensor).toList();
            if (!Float.isFinite(DecoderKernel.gradientNorm(call, trained).floats()[0])) {
                throw diverged("after step " + step + " the weights are no numbers any more");
            }
        }
        TrainingState state = TrainingState.of(step, seconds(), options, dataHash, model, stopping.best());
        checkpoints.save(step, options.keep(), folder -> average.use(scope, () -> {
            write(folder.resolve(TrainingState.TRAINED), parameters.byName());
            Map<String, Tensor> tensors = optimiser.moments();
            tensors.putAll(average.raw());
            write(folder.resolve(TrainingState.MOMENTS), tensors);
            state.write(folder);
            return state;
        }));
    }

    private void write(Path file, Map<String, Tensor> tensors) throws HydraException {
        TensorFiles.write(file, List.copyOf(tensors.keySet()), List.copyOf(tensors.values()), scope);
    }

    /** Gives the model the trained weights of a checkpoint. */
    private void loadTrained(Path checkpoint) throws HydraException {
        Map<String, Tensor> trained = parameters.byName();
        if (TrainingState.read(checkpoint).isWholeModel()) {
            takeFrom(checkpoint);
            return;
        }
        saved(checkpoint, TrainingState.TRAINED).read(List.copyOf(trained.keySet()), List.copyOf(trained.values()), scope);
    }

    private SavedTensors saved(Path checkpoint, String file) throws HydraException {
        boolean earlier = TrainingState.read(checkpoint).isOfEarlierLayout();
        return new SavedTensors(checkpoint.resolve(file), earlier ? new EarlierLayout(trainee.body().config()) : null);
    }

    /** Gives the model the trained weights of another, of the same shape. */
    private void takeFrom(Path folder) throws HydraException {
        try (Trainee other = Trainees.load(trainee.body().runtime(), start.in(folder), options, progress);
                TensorScope call = scope.child()) {
            prepare(other.body());
            TrainedParameters theirs = new TrainedParameters(other.body(), trained(options.plan()), other.directions());
            DecoderKernel.exchange(
                    call, List.copyOf(parameters.byName().values()), List.copyOf(theirs.byName().values()));
        }
    }

    /** Writes the model as it is in the best checkpoint, or in the latest where none is the best. The run is over: its weights are given up. */
    private void publish() throws HydraException {
        loadTrained(checkpoints.chosen());
        checkpoints.publish(options.keep(), folder -> trainee.save(folder, Progress.none()));
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) / 1e9;
    }
}
