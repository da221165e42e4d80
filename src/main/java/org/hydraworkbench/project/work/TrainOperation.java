package org.hydraworkbench.project.work;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.settings.Codec;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.train.Metrics;
import org.hydraworkbench.train.MetricsFile;
import org.hydraworkbench.train.TrainOutcome;
import org.hydraworkbench.train.TrainPlan;

/**
 * Tunes a model: the Hydra on the training pairs, so that it learns to translate, or the model with new tables on the new
 * language's side of them, so that it learns to write. It is done in a process of its own, in a folder with the data, the metrics
 * and the checkpoints, which stays when the run ends early, so that it can be gone on with.
 */
public final class TrainOperation implements Operation<TrainingSettings> {

    /** Tunes the Hydra. */
    public static final String PAIRS = "train";

    /** Tunes the model with new tables. */
    public static final String TEXT = "train-text";

    /** The learning curve in the artefact's folder, a JSON object a line. */
    public static final String METRICS = "metrics.jsonl";

    /** In the artefact's summary: the step after which the model was that is kept. */
    public static final String KEPT = "kept";

    static final String HYDRA = "hydra";
    static final String TABLES = "tables";

    private static final String START = "start";
    private static final String FOLDER = "training";
    private static final String OUT = "out";

    private final String id;

    private TrainOperation(String id) {
        this.id = id;
    }

    static TrainOperation onPairs() {
        return new TrainOperation(PAIRS);
    }

    static TrainOperation onText() {
        return new TrainOperation(TEXT);
    }

    private boolean pairs() {
        return id.equals(PAIRS);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return pairs() ? "Training" : "Training on text";
    }

    @Override
    public Codec<TrainingSettings> settings() {
        return TrainingSettings.CODEC;
    }

    @Override
    public TrainingSettings defaults(Materials materials) {
        return TrainingSettings.defaults();
    }

    /** The model must be made of what is in use now: tuning one with former tables would silently lose what was changed since. */
    @Override
    public List<Input> inputs(TrainingSettings settings, ProjectInfo project) {
        List<Input> inputs = new ArrayList<>();
        if (settings.start() == TrainingSettings.Start.TUNED) {
            inputs.add(new Input.Start(START, product(settings, project)));
        }
        inputs.add(pairs()
                ? Input.Made.of(HYDRA, Slot.HYDRA).upToDate()
                : Input.Made.of(TABLES, Slot.transfer(project)).upToDate());
        inputs.add(new Input.Text(CorpusRole.TRAINING));
        if (pairs()) {
            inputs.add(new Input.Text(CorpusRole.SYNTHETIC, false));
        }
        if (settings.patience() > 0) { // they choose what is kept; else they only measure it
            inputs.add(new Input.Text(CorpusRole.DEVELOPMENT));
        }
        return inputs;
    }

    @Override
    public Slot product(TrainingSettings settings, ProjectInfo project) {
        return pairs() ? Slot.TUNED_HYDRA : Slot.checkpoint(project);
    }

    @Override
    public String title(TrainingSettings settings) {
        return "Train %,d steps".formatted(settings.options().steps());
    }

    @Override
    public boolean isOnTheWay(Materials materials) {
        return pairs();
    }

    /** What is out of date is not tuned further but anew. */
    @Override
    public Optional<TrainingSettings> again(TrainingSettings settings) {
        return Optional.of(settings.withStart(TrainingSettings.Start.FRESH));
    }

    /** How far a run came that ended early. */
    static Reached reached(Path folder, Order order) throws HydraException {
        long step = MetricsFile.last(folder.resolve(METRICS)).map(Metrics::step).orElse(0L);
        return new Reached(step, TrainingSettings.CODEC.read(order.settings()).options().steps());
    }

    /** The model that a run begins with. */
    Artefact model(Inputs in) {
        return in.find(START).orElseGet(() -> in.artefact(pairs() ? HYDRA : TABLES));
    }

    @Override
    public void run(TrainingSettings settings, Inputs in, ArtefactBuilder out, Run run) throws HydraException {
        Path folder = run.lastingFolder(FOLDER);
        TrainingData data = TrainingData.in(folder, pairs());
        data.writeOnce(run.materials(), settings, run.progress());
        MetricsFile metrics = new MetricsFile(folder.resolve(METRICS));
        run.progress().message("Training");
        TrainOutcome outcome = TrainingRun.of(
                settings,
                model(in).folder(),
                data,
                folder.resolve(OUT),
                step -> {
                    metrics.step(step);
                    run.progress().update(step.step(), settings.options().steps());
                    run.environment().training().step(step);
                },
                in.project(),
                run);
        Folders.link(folder.resolve(OUT), out.folder(), Set.of("checkpoints"));
        if (Files.exists(folder.resolve(METRICS))) {
            Folders.linkFile(folder.resolve(METRICS), out.folder().resolve(METRICS));
        }
        JsonObject summary = new JsonObject();
        summary.addProperty("steps", outcome.steps());
        summary.addProperty(KEPT, outcome.kept());
        outcome.loss().ifPresent(loss -> summary.addProperty("loss", loss));
        out.name(name(settings, outcome.kept(), in.project())).seed(settings.options().seed()).summary(summary);
    }

    private String name(TrainingSettings settings, long steps, ProjectInfo project) {
        String how = "%s, %,d steps".formatted(TrainPlan.CODES.code(settings.options().plan()).replace('-', ' '), steps);
        return pairs()
                ? "Hydra %s–%s, tuned: %s".formatted(project.sourceLanguage(), project.targetLanguage(), how)
                : "Model tuned on text: " + how;
    }
}
