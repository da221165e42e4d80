package org.hydraworkbench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.ExitGuard;
import org.hydraworkbench.train.HeldOut;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.MetricsFile;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.PlanDetails;
import org.hydraworkbench.train.Recipe;
import org.hydraworkbench.train.Regularisation;
import org.hydraworkbench.train.Samples;
import org.hydraworkbench.train.Stop;
import org.hydraworkbench.train.Thrift;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.train.TrainRequest;
import org.hydraworkbench.train.TrainStart;
import org.hydraworkbench.train.Trainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hydra train}: trains a model on text, or a Hydra on a bitext. */
@Command(
        name = "train",
        description = {
            "Trains a model on text, or a Hydra on a bitext.",
            "Writes a checkpoint every minute; Ctrl-C stops and leaves one, --resume goes on from the last.",
            "--export-recipe writes a folder instead that is trained elsewhere, on several GPUs; --import takes back what came of it."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    private static final Path STANDARD_OUT = Path.of("-");

    /** What it begins with. */
    static final class Start {
        @Reads(Place.FOLDER)
        @Option(names = "--model", required = true, paramLabel = "DIR", description = "A Hugging Face folder, or a Hydra for --bitext.")
        private @Nullable Path model;

        @ArgGroup(exclusive = false)
        private @Nullable Fresh fresh;
    }

    /** A model from nothing. */
    static final class Fresh {
        @Reads(Place.FILE)
        @Option(names = "--from-config", required = true, paramLabel = "FILE", description = "A config.json: starts from random weights.")
        private @Nullable Path config;

        @Reads(Place.TOKENIZER)
        @Option(names = "--tokenizer", required = true, paramLabel = "DIR", description = "The tokenizer of a model from --from-config.")
        private @Nullable Path tokenizer;
    }

    /** What it learns from. */
    static final class Data {
        @Reads(Place.FILE)
        @Option(
                names = "--text",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = "UTF-8 text, a document a line; may be gzip.")
        private List<Path> text = List.of();

        @Reads(Place.FILE)
        @Option(names = "--bitext", required = true, arity = "1..2", paramLabel = "FILE",
                description = "Sentence pairs, source first, for a Hydra, whose languages are read of a TMX file: " + BitextMixin.FORMS)
        private List<Path> bitext = List.of();
    }

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Start start = new Start();

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private Data data = new Data();

    @Reads(Place.FILE)
    @Option(names = "--synthetic", paramLabel = "FILE",
            description = "A bitext more, of pairs that 'back-translate' made; those of --bitext come as often as makes them half as many.")
    private @Nullable Path synthetic;

    @Reads(Place.FILE)
    @Option(names = "--template", paramLabel = "NAME", description = "Prompt template for --bitext; the Hydra's usual one if left out.")
    private @Nullable String template;

    @Option(names = "--from", paramLabel = "TAG", description = "Source language for --bitext; the Hydra's other head if left out.")
    private @Nullable String from;

    @Option(
            names = "--directions",
            paramLabel = "WHICH",
            description = "What is learnt of --bitext: to translate there (into the language of the body), back, or both, which is usual.")
    private @Nullable String directions;

    @Option(
            names = "--plan",
            paramLabel = "PLAN",
            description = "embeddings (tables only), outer-layers (tables, first two and last two layers), full, staged (tables alone ten times as"
                    + " fast, then outer layers, then all), lora or dora (tables, and narrow matrices beside those of the layers), or named.")
    private String plan = "";

    @Within(training = TrainNumber.RANK)
    @Option(names = "--lora-rank", paramLabel = "N", defaultValue = "16", description = "With lora and dora: width of the narrow matrices (${DEFAULT-VALUE}).")
    private int rank;

    @Within(training = TrainNumber.ALPHA)
    @Option(names = "--lora-alpha", paramLabel = "X", defaultValue = "32", description = "With lora and dora: this over the rank is what they are multiplied by (${DEFAULT-VALUE}).")
    private double alpha;

    @Option(names = "--train-names", arity = "1..*", paramLabel = "NAME",
            description = "With named: parameters that are trained, for example 'model.layers.*.mlp.*'; * stands for anything.")
    private List<String> names = List.of();

    @Within(training = TrainNumber.KEEP)
    @Option(names = "--keep", paramLabel = "N", defaultValue = "1", description = "Checkpoints that are kept (${DEFAULT-VALUE}); that of the best model stays too.")
    private int keep;

    @Within(training = TrainNumber.STEPS)
    @Option(names = "--steps", paramLabel = "N", description = "Optimiser steps of the whole run.")
    private int steps;

    @Within(training = TrainNumber.BATCH)
    @Option(names = "--batch", paramLabel = "B", description = "Sequences in a step.")
    private int batch;

    @Within(training = TrainNumber.LENGTH)
    @Option(names = "--length", paramLabel = "L", description = "Tokens of a sequence; longer pairs are left out.")
    private int length;

    @Within(training = TrainNumber.RATE)
    @Option(names = "--lr", paramLabel = "X", description = "Highest learning rate, for example 2e-4.")
    private double rate;

    @Within(training = TrainNumber.WARMUP)
    @Option(names = "--warmup", paramLabel = "N", description = "Steps in which the rate rises; a tenth, at most 100, if left out.")
    private @Nullable Integer warmup;

    @Option(
            names = "--schedule",
            paramLabel = "NAME",
            defaultValue = "linear",
            description = "What the rate does then: linear (falls to 0), cosine or constant (${DEFAULT-VALUE}).")
    private LearningRate.Decay schedule = LearningRate.Decay.LINEAR;

    @Within(training = TrainNumber.WEIGHT_DECAY)
    @Option(names = "--weight-decay", paramLabel = "X", defaultValue = "0.01", description = "Weight decay of AdamW (${DEFAULT-VALUE}).")
    private double weightDecay;

    @Within(training = TrainNumber.LABEL_SMOOTHING)
    @Option(names = "--label-smoothing", paramLabel = "X", defaultValue = "0",
            description = "Share of the wanted probability that goes to all tokens; for few sentences, for example 0.1 (${DEFAULT-VALUE}).")
    private double labelSmoothing;

    @Within(training = TrainNumber.DROPOUT)
    @Option(names = "--dropout", paramLabel = "X", defaultValue = "0",
            description = "Share of what each half of a layer gives that is left out; for few sentences, for example 0.1 (${DEFAULT-VALUE}).")
    private double dropout;

    @Within(training = TrainNumber.WORD_DROPOUT)
    @Option(names = "--word-dropout", paramLabel = "X", defaultValue = "0",
            description = "With --bitext: share of the tokens that are not read; for few sentences, for example 0.1 (${DEFAULT-VALUE}).")
    private double wordDropout;

    @Within(training = TrainNumber.BPE_DROPOUT)
    @Option(names = "--bpe-dropout", paramLabel = "X", defaultValue = "0",
            description = "With --bitext: share of the merges of the new language's tokenizer that are left out, others each time; for few sentences, for example 0.1 (${DEFAULT-VALUE}).")
    private double bpeDropout;

    @Within(least = Within.ANY, most = Within.ANY)
    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Seed of the data's order and of fresh weights.")
    private long seed;

    @Within(training = TrainNumber.CHECKPOINT_SECONDS)
    @Option(
            names = "--checkpoint-seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "Seconds between checkpoints (${DEFAULT-VALUE}).")
    private int checkpointSeconds;

    /** What is measured on the way. */
    static final class Measured {
        @Reads(Place.FILE)
        @Option(names = "--eval-text", required = true, paramLabel = "FILE", description = "Text whose bits per byte are measured on the way.")
        private @Nullable Path text;

        @Reads(Place.FILE)
        @Option(names = "--eval-bitext", required = true, paramLabel = "FILE",
                description = "With --bitext: sentence pairs whose translations' bits per byte are measured on the way.")
        private @Nullable Path bitext;
    }

    @ArgGroup(exclusive = true, multiplicity = "0..1")
    private @Nullable Measured measured;

    @Within(training = TrainNumber.EVAL_EVERY)
    @Option(names = "--eval-every", paramLabel = "N", defaultValue = "100", description = "Steps between measurements (${DEFAULT-VALUE}); one more after the first step.")
    private int evalEvery;

    @Reads(Place.FILE)
    @Option(names = "--samples", paramLabel = "FILE",
            description = "Shows what the model makes of the first texts of a file on the way: of a bitext with --bitext, else of a beginning a line.")
    private @Nullable Path samples;

    @Within(training = TrainNumber.SAMPLE_EVERY)
    @Option(names = "--sample-every", paramLabel = "N", defaultValue = "100",
            description = "With --samples: steps between two times (${DEFAULT-VALUE}); once more after the first step and the last.")
    private int sampleEvery;

    @Within(training = TrainNumber.PATIENCE)
    @Option(names = "--patience", paramLabel = "N", defaultValue = "0",
            description = "Ends when N measurements in a row are not better, and keeps the best model, not the last; 0 never (${DEFAULT-VALUE}).")
    private int patience;

    @Within(training = TrainNumber.CLIP)
    @Option(names = "--clip", paramLabel = "X", defaultValue = "1", description = "Gradients are scaled down to this common norm (${DEFAULT-VALUE}).")
    private double clip;

    @Within(training = TrainNumber.ACCUMULATE)
    @Option(names = "--accumulate", paramLabel = "N", defaultValue = "1",
            description = "Parts in which a step's sequences are worked through, one after another, for less memory (${DEFAULT-VALUE}).")
    private int accumulate;

    @Option(names = "--recompute",
            description = "Keeps only what goes into each layer and runs it once more on the way back: far less memory, a third more time.")
    private boolean recompute;

    @Within(training = TrainNumber.AVERAGE)
    @Option(names = "--average", paramLabel = "N", defaultValue = "0",
            description = "Measures and keeps the mean of the weights over about the last N steps; 0 those of the last (${DEFAULT-VALUE}).")
    private int average;

    @Writes(Place.FILE)
    @Option(names = "--metrics", paramLabel = "FILE", description = "A line of JSON for each step; - for standard output.")
    private @Nullable Path metrics;

    @Option(names = "--resume", description = "Goes on from the last checkpoint in --out.")
    private boolean resume;

    @Writes(Place.FOLDER)
    @Option(names = "--out", paramLabel = "DIR", description = "Where the trained model goes.")
    private @Nullable Path out;

    @Writes(Place.FOLDER)
    @Option(names = "--export-recipe", paramLabel = "DIR",
            description = "In place of --out: trains nothing, and writes the run as a folder with a script for PyTorch and transformers, which trains the same on several GPUs.")
    private @Nullable Path recipe;

    @Reads(Place.FOLDER)
    @Option(names = "--import", paramLabel = "DIR", description = "With --out alone: takes the model that such a folder's script has trained.")
    private @Nullable Path taken;

    @Mixin
    private RuntimeMixin runtimeOptions = new RuntimeMixin();

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() throws HydraException {
        CommandLine commandLine = Objects.requireNonNull(spec).commandLine();
        Path made = taken;
        if (made != null) {
            requireOnly(commandLine, List.of("--import", "--out"));
            Recipe.take(made, Objects.requireNonNull(out), new StoppableProgress(commandLine.getErr()));
            return 0;
        }
        require(commandLine, List.of("--model", "--from-config"), List.of("--text", "--bitext"), List.of("--plan"), List.of("--steps"),
                List.of("--batch"), List.of("--length"), List.of("--lr"), List.of("--out", "--export-recipe"));
        if (recipe != null) {
            return export(commandLine);
        }
        TrainRequest request = request(Objects.requireNonNull(out));
        if (resume && !Trainer.isBegun(request.out())) {
            throw new UsageException("--resume: there is no training run in " + request.out() + " to go on with; leave it out to begin one.");
        }
        StoppableProgress progress = new StoppableProgress(commandLine.getErr());
        try (ExitGuard _ = new ExitGuard(progress::stop);
                TensorRuntime runtime = TensorRuntime.open(request.runtime())) {
            MetricsListener listener = listener(commandLine.getOut(), commandLine.getErr());
            Trainer.run(runtime, request, new Stop(), listener, progress);
        }
        return 0;
    }

    private Integer export(CommandLine commandLine) throws HydraException {
        if (out != null || resume || metrics != null) {
            throw new UsageException("--export-recipe trains nothing; leave --out, --resume and --metrics to the command that does.");
        }
        TrainRequest request = request(Objects.requireNonNull(recipe));
        try (TensorRuntime runtime = TensorRuntime.open(request.runtime())) {
            Recipe.write(runtime, request, new StoppableProgress(commandLine.getErr()));
        }
        return 0;
    }

    /** Of each list one option must be given. */
    @SafeVarargs
    private static void require(CommandLine command, List<String>... needed) {
        for (List<String> one : needed) {
            if (one.stream().noneMatch(command.getParseResult()::hasMatchedOption)) {
                throw new CommandLine.ParameterException(command, "Missing required option: " + String.join(" or ", one));
            }
        }
    }

    /** All of these must be given, and nothing else. */
    private static void requireOnly(CommandLine command, List<String> needed) {
        needed.forEach(each -> require(command, List.of(each)));
        for (CommandLine.Model.OptionSpec option : command.getParseResult().matchedOptions()) {
            if (!needed.contains(option.longestName())) {
                throw new CommandLine.ParameterException(command, "Only " + String.join(" and ", needed) + " go together; leave " + option.longestName() + " out");
            }
        }
    }

    private TrainRequest request(Path to) throws UsageException {
        TrainStart begin;
        List<Path> files;
        Fresh fresh = start.fresh;
        if (!data.bitext.isEmpty()) {
            if (fresh != null) {
                throw new UsageException("--bitext trains a Hydra, which --from-config cannot make; use `hydra assemble` first.");
            }
            begin = new TrainStart.Hydra(Objects.requireNonNull(start.model), template, from, directions());
            BitextMixin.text(data.bitext);
            files = data.bitext;
        } else {
            if (template != null || from != null || directions != null || wordDropout > 0 || bpeDropout > 0 || synthetic != null
                    || measured != null && measured.bitext != null) {
                throw new UsageException("--template, --from, --directions, --word-dropout, --bpe-dropout, --synthetic and --eval-bitext belong to --bitext.");
            }
            begin = fresh == null
                    ? new TrainStart.Model(Objects.requireNonNull(start.model))
                    : new TrainStart.Fresh(Objects.requireNonNull(fresh.config), Objects.requireNonNull(fresh.tokenizer));
            files = data.text;
        }
        return new TrainRequest(begin, files, synthetic, options(), to, resume, runtimeOptions.options())
                .withSamples(samples == null ? null : new Samples(samples, sampleEvery));
    }

    private Directions directions() throws UsageException {
        return directions == null
                ? Directions.BOTH
                : Directions.CODES.find(directions).orElseThrow(() -> new UsageException(
                        "--directions " + directions + ": the directions must be " + Directions.CODES.list() + "."));
    }

    private TrainOptions options() throws UsageException {
        TrainPlan how = TrainPlan.CODES.find(plan)
                .orElseThrow(() -> new UsageException("--plan " + plan + ": the plan must be " + TrainPlan.CODES.list() + "."));
        if (names.isEmpty() == (how == TrainPlan.NAMED)) {
            throw new UsageException("--train-names and --plan named belong together.");
        }
        try {
            return TrainOptions.defaults()
                    .withDetails(new PlanDetails(rank, alpha, names))
                    .withPlan(how)
                    .withKeep(keep)
                    .withSteps(steps)
                    .withBatch(batch, length)
                    .withRate(new LearningRate(rate, warmup == null ? LearningRate.usualWarmup(steps) : warmup, schedule))
                    .withWeightDecay(weightDecay)
                    .withRegularisation(new Regularisation(labelSmoothing, dropout, wordDropout, bpeDropout))
                    .withSeed(seed)
                    .withCheckpointSeconds(checkpointSeconds)
                    .withClip(clip)
                    .withThrift(new Thrift(accumulate, recompute))
                    .withAverage(average)
                    .withHeldOut(heldOut());
        } catch (IllegalArgumentException e) {
            // The sentences of TrainNumber.
            throw new UsageException(Reasons.of(e), e);
        }
    }

    private @Nullable HeldOut heldOut() throws UsageException {
        if (measured == null) {
            if (patience > 0) {
                throw new UsageException("--patience needs something to measure by: give --eval-text or --eval-bitext.");
            }
            return null;
        }
        boolean pairs = measured.bitext != null;
        return new HeldOut(Objects.requireNonNull(pairs ? measured.bitext : measured.text), pairs, evalEvery, patience);
    }

    private MetricsListener listener(PrintWriter standardOut, PrintWriter err) {
        if (STANDARD_OUT.equals(metrics)) {
            return step -> {
                standardOut.println(step.toJson());
                standardOut.flush();
            };
        }
        MetricsListener lines = new MetricsLines(err, steps);
        if (metrics == null) {
            return lines;
        }
        MetricsFile file = new MetricsFile(metrics);
        return step -> {
            file.step(step);
            lines.step(step);
        };
    }
}
