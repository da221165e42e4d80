package org.hydraworkbench.app.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.ToldApart;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.project.work.JobRecord;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.Reached;
import org.hydraworkbench.project.work.TrainOperation;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainingEstimate;
import org.jspecify.annotations.Nullable;

/**
 * What of a project concerns training.
 *
 * @param hydra the shape of the current Hydra's body, which pairs are trained on
 * @param transferred the shape of the model with new tables, which text is trained on
 * @param names of the models that a run can begin with, by slot kind
 * @param missingForPairs why training on pairs cannot begin, as sentences; empty when it can
 * @param missingForText the same for training on text
 * @param runs earlier runs and those that ended early, newest first
 * @param usual the settings of the next run, by what it learns from
 * @param heldOut whether pairs are held out for development, by which runs are measured
 * @param speed the speed of the newest run that was measured on this project
 */
record TrainingState(
        Optional<DecoderConfig> hydra,
        Optional<DecoderConfig> transferred,
        Map<ArtefactKind, String> names,
        String missingForPairs,
        String missingForText,
        List<RunRow> runs,
        Map<Material, TrainingSettings> usual,
        boolean heldOut,
        Optional<Speed> speed) {

    /**
     * How fast a run was.
     *
     * @param tokensPerSecond median over its steps
     * @param costPerToken of that run, see {@link TrainingEstimate}
     * @param filled which share of the longest sequences that were allowed its sequences had, on average
     * @param length that was allowed, in tokens
     */
    record Speed(double tokensPerSecond, double costPerToken, double filled, int length) {

        /** How many tokens a sequence will have: text fills every length, sentences have their own. */
        double tokensASequence(int allowed) {
            return filled > ALMOST ? allowed : Math.min(allowed, filled * length);
        }
    }

    private static final double ALMOST = 0.9;

    static final TrainingState NONE = new TrainingState(
            Optional.empty(), Optional.empty(), Map.of(), "", "", List.of(), Map.of(), false, Optional.empty());

    private static final String METRICS = "metrics.jsonl";

    TrainingState {
        names = Map.copyOf(names);
        runs = List.copyOf(runs);
        usual = Map.copyOf(usual);
    }

    String hydraName() {
        return names.getOrDefault(ArtefactKind.HYDRA, "");
    }

    String tunedName() {
        return names.getOrDefault(ArtefactKind.TUNED_HYDRA, "");
    }

    String transferredName() {
        return names.getOrDefault(ArtefactKind.TRANSFER, "");
    }

    String tunedTextName() {
        return names.getOrDefault(ArtefactKind.CHECKPOINT, "");
    }

    static TrainingState read(Project project) throws HydraException {
        List<RunRow> runs = new ArrayList<>();
        Optional<Speed> speed = Optional.empty();
        for (Slot slot : List.of(Slot.TUNED_HYDRA, Slot.checkpoint(project.info()))) {
            Optional<Artefact> current = project.artefacts().current(slot);
            for (Artefact artefact : project.artefacts().list(slot.kind())) {
                RunRow.Made run = made(project, artefact, current);
                if (run != null) {
                    runs.add(run);
                    speed = speed.isPresent() ? speed : speed(run);
                }
            }
        }
        for (JobRecord job : project.work().unfinished()) {
            Optional<Reached> reached = project.work().reached(job);
            reached.ifPresent(far -> runs.add(new RunRow.Unfinished(job, far)));
        }
        runs.sort((a, b) -> b.time().compareTo(a.time()));
        return new TrainingState(
                shape(project.artefacts().current(Slot.HYDRA)),
                shape(project.artefacts().current(Slot.transfer(project.info()))),
                names(project),
                missing(project, Operations.TRAIN),
                missing(project, Operations.TRAIN_TEXT),
                runs,
                Map.of(
                        Material.PAIRS, project.work().usual(Operations.TRAIN),
                        Material.TARGET_TEXT, project.work().usual(Operations.TRAIN_TEXT)),
                project.corpora().count(CorpusRole.DEVELOPMENT) > 0,
                speed);
    }

    private static Map<ArtefactKind, String> names(Project project) throws HydraException {
        Map<ArtefactKind, String> names = new EnumMap<>(ArtefactKind.class);
        for (Artefact artefact : project.artefacts().inUse().artefacts().values()) {
            names.put(artefact.kind(), artefact.name());
        }
        return names;
    }

    private static String missing(Project project, TrainOperation operation) throws HydraException {
        return String.join(" ", project.work().missing(operation, TrainingSettings.defaults()));
    }

    private static Optional<DecoderConfig> shape(Optional<Artefact> artefact) throws HydraException {
        return artefact.isEmpty() ? Optional.empty() : Optional.of(PretrainedFolder.open(body(artefact.get())).config());
    }

    private static Path body(Artefact artefact) {
        return HydraManifest.isHydra(artefact.folder()) ? HydraManifest.body(artefact.folder()) : artefact.folder();
    }

    private static RunRow.@Nullable Made made(Project project, Artefact artefact, Optional<Artefact> current) throws HydraException {
        Path file = artefact.folder().resolve(METRICS);
        if (!Files.isRegularFile(file)) {
            return null;
        }
        RunCurves curves = new RunCurves(ToldApart.name(artefact, project.artefacts().list(artefact.kind())));
        List<Metrics> steps = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> Metrics.parse(line).ifPresent(steps::add));
        } catch (IOException | java.io.UncheckedIOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        steps.forEach(curves::add);
        double loss = steps.isEmpty() ? Double.NaN : steps.getLast().loss();
        double median = median(steps.stream().mapToDouble(Metrics::tokensPerSecond).toArray());
        boolean used = current.filter(one -> one.id() == artefact.id()).isPresent();
        long count = steps.isEmpty() ? 0 : steps.getLast().step();
        double seconds = steps.isEmpty() ? 0 : steps.getLast().seconds();
        long kept = artefact.summary().has(TrainOperation.KEPT) ? artefact.summary().get(TrainOperation.KEPT).getAsLong() : count;
        return new RunRow.Made(artefact, curves, count, kept, settings(artefact).options().steps(), loss, median, seconds, used);
    }

    private static TrainingSettings settings(Artefact artefact) throws InputException {
        return TrainingSettings.CODEC.read(artefact.settingsJson(), "“" + artefact.name() + "”");
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[values.length / 2];
    }

    private static Optional<Speed> speed(RunRow.Made run) throws HydraException {
        if (!(run.tokensPerSecond() > 0) || run.steps() == 0) {
            return Optional.empty();
        }
        TrainOptions options = settings(run.artefact()).options();
        TrainingEstimate estimate = TrainingEstimate.of(PretrainedFolder.open(body(run.artefact())).config(), options);
        double tokensAStep = run.tokensPerSecond() * run.seconds() / run.steps();
        double filled = Math.min(1, tokensAStep / options.batch() / options.length());
        return Optional.of(new Speed(run.tokensPerSecond(), estimate.costPerToken(), filled, options.length()));
    }
}
