package org.hydraworkbench.project;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.MetricsFile;
import org.hydraworkbench.train.MetricsListener;
import org.hydraworkbench.train.Stop;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainProcess;
import org.hydraworkbench.train.TrainRequest;
import org.hydraworkbench.train.TrainStart;

/**
 * Training inside a project. It runs in a process of its own and works in a folder {@code training-N} of the project, with its
 * data, its metrics and its checkpoints; when it ends early, by cancelling or a crash, that folder stays and the run can be gone
 * on with. What it made is then an artefact and the folder goes.
 */
final class TrainingSteps {

    static final String KIND = "train";
    /** The learning curve in the artefact's folder, a JSON object a line. */
    static final String METRICS = "metrics.jsonl";

    private static final String DATA_PAIRS = "data.tsv";
    private static final String DATA_TEXT = "data.txt";
    private static final String OUT = "out";
    private static final String CHECKPOINTS = "checkpoints";
    private static final long GRACE_SECONDS = 60;
    private static final Gson GSON = new Gson();

    /** What is needed to go on with a run: kept with its job. */
    record Run(TrainingSettings settings, long model, String corpora, long editRevision) {}

    private final Project project;
    private final Database database;
    private final Artefacts artefacts;

    TrainingSteps(Project project, Database database) {
        this.project = project;
        this.database = database;
        this.artefacts = project.artefacts();
    }

    /** What a new run would begin with. */
    Run plan(TrainingSettings settings) throws HydraException {
        ArtefactKind kind =
                settings.material() == TrainingSettings.Material.PAIRS ? ArtefactKind.HYDRA : ArtefactKind.TRANSFER;
        return new Run(
                settings,
                artefacts.require(kind, "").id(),
                project.corpora().fingerprint(),
                project.edits().revision());
    }

    static Run run(JobRecord record) {
        return GSON.fromJson(record.optionsJson(), Run.class);
    }

    /** Begins a run in a new folder. */
    Artefact begin(Run run, JobLog.Entry entry, MetricsListener listener, Progress progress) throws HydraException {
        String name = "training-" + entry.id();
        Path folder = project.files().resolve(name);
        entry.worksIn(name);
        progress.message("Writing the training data");
        writeData(run.settings(), folder, progress);
        return work(run, folder, entry, listener, progress);
    }

    /** Goes on with a run that ended early. */
    Artefact resume(JobRecord record, JobLog.Entry entry, MetricsListener listener, Progress progress)
            throws HydraException {
        Run run = run(record);
        Path folder = project.files().resolve(record.folder());
        if (!Files.isDirectory(folder)) {
            throw InputException.in(folder, "the training run that was to be resumed is gone; begin a new one");
        }
        entry.worksIn(record.folder());
        project.jobs().release(record.id());
        if (!Files.exists(data(run.settings(), folder))) {
            writeData(run.settings(), folder, progress);
        }
        return work(run, folder, entry, listener, progress);
    }

    private Artefact work(Run run, Path folder, JobLog.Entry entry, MetricsListener listener, Progress progress)
            throws HydraException {
        TrainingSettings settings = run.settings();
        Artefact model = artefacts.get(run.model());
        MetricsFile metrics = new MetricsFile(folder.resolve(METRICS));
        double[] lastLoss = {Double.NaN};
        progress.message("Training");
        TrainProcess.run(
                request(settings, model, folder),
                new Stop(),
                GRACE_SECONDS,
                step -> {
                    metrics.step(step);
                    lastLoss[0] = step.loss();
                    progress.update(step.step(), settings.steps());
                    listener.step(step);
                },
                progress);
        Artefact made = keep(run, model, folder, lastLoss[0], progress);
        entry.worksIn("");
        FolderHash.delete(folder);
        return made;
    }

    private static TrainRequest request(TrainingSettings settings, Artefact model, Path folder) throws UsageException {
        TrainStart start = settings.material() == TrainingSettings.Material.PAIRS
                ? new TrainStart.Hydra(model.folder(), settings.template(), null)
                : new TrainStart.Model(model.folder());
        TrainOptions options;
        try {
            options = TrainOptions.defaults()
                    .withPlan(settings.plan())
                    .withSteps(settings.steps())
                    .withBatch(settings.batch(), settings.length())
                    .withRate(new LearningRate(settings.rate(), settings.warmup(), settings.decay()))
                    .withWeightDecay(settings.weightDecay())
                    .withSeed(settings.seed())
                    .withCheckpointSeconds(settings.checkpointSeconds());
        } catch (IllegalArgumentException e) {
            // The sentences of TrainNumber.
            throw new UsageException(Reasons.of(e), e);
        }
        return new TrainRequest(
                start, List.of(data(settings, folder)), options, folder.resolve(OUT), true, RuntimeOptions.defaults());
    }

    private Artefact keep(Run run, Artefact model, Path folder, double loss, Progress progress) throws HydraException {
        TrainingSettings settings = run.settings();
        boolean hydra = settings.material() == TrainingSettings.Material.PAIRS;
        String plan = settings.plan().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String name = hydra
                ? "Hydra %s–%s, tuned: %s, %,d steps".formatted(
                        project.info().sourceLanguage(), project.info().targetLanguage(), plan, settings.steps())
                : "Model tuned on text: %s, %,d steps".formatted(plan, settings.steps());
        try (ArtefactBuilder builder = artefacts.begin(hydra ? ArtefactKind.HYDRA : ArtefactKind.CHECKPOINT, name)) {
            link(folder.resolve(OUT), builder.folder());
            if (Files.exists(folder.resolve(METRICS))) {
                link(folder.resolve(METRICS), builder.folder().resolve(METRICS));
            }
            return builder.options(settings)
                    .seed(settings.seed())
                    .editRevision(run.editRevision())
                    .input(hydra ? "Hydra" : "model with new tables", model)
                    .inputCorpora(run.corpora())
                    .summary(Double.isNaN(loss) ? Map.of() : Map.of("loss", loss))
                    .commit(progress);
        }
    }

    /** Puts the files of a finished run into an artefact's folder without the checkpoints; as links where the disk can. */
    private static void link(Path from, Path to) throws HydraException {
        try {
            if (!Files.isDirectory(from)) {
                try {
                    Files.createLink(to, from);
                } catch (UnsupportedOperationException | IOException e) {
                    Files.copy(from, to);
                }
                return;
            }
            Files.createDirectories(to);
            List<Path> children;
            try (var list = Files.list(from)) {
                children = list.toList();
            }
            for (Path child : children) {
                String name = child.getFileName().toString();
                if (!name.equals(CHECKPOINTS)) {
                    link(child, to.resolve(name));
                }
            }
        } catch (IOException e) {
            throw new ResourceException(to + ": cannot be written (" + e.getMessage() + ")", e);
        }
    }

    private static Path data(TrainingSettings settings, Path folder) {
        return folder.resolve(settings.material() == TrainingSettings.Material.PAIRS ? DATA_PAIRS : DATA_TEXT);
    }

    private void writeData(TrainingSettings settings, Path folder, Progress progress) throws HydraException {
        boolean both = settings.material() == TrainingSettings.Material.PAIRS;
        AtomicFiles.write(data(settings, folder), out -> {
            Writer writer = new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8);
            TrainingPairs pairs = new TrainingPairs(database);
            int count = 0;
            for (TrainingPairs.Pair pair = pairs.nextPair(); pair != null; pair = pairs.nextPair()) {
                if (count++ % 4096 == 0) {
                    progress.checkCancelled();
                }
                if (both) {
                    writer.write(pair.texts().source().replace('\t', ' '));
                    writer.write('\t');
                }
                writer.write(pair.texts().target().replace('\t', ' '));
                writer.write('\n');
            }
            if (count == 0) {
                throw new InputException("There is nothing to train on: import a corpus for training first.");
            }
            writer.flush();
        });
    }
}
