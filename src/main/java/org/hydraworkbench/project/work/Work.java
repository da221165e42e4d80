package org.hydraworkbench.project.work;

import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactBuilder;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.artefacts.InUse;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be done in a project, each as a job that is recorded in it: the window, the command line and a server do the same. A job
 * may be run on any thread.
 */
public final class Work {

    private static final Logger LOG = LoggerFactory.getLogger(Work.class);

    private final Materials materials;
    private final JobLog jobs;

    public Work(Materials materials, JobLog jobs) {
        this.materials = materials;
        this.jobs = jobs;
    }

    /** Reads a file into new corpora, which are there when the last pair is in; then makes their search indexes. */
    public Job<List<CorpusInfo>> importCorpus(ImportRequest request) {
        JsonObject what = new JsonObject();
        what.addProperty("file", request.files().source().toString());
        return recorded("import", "Import " + request.name(), what, (entry, progress) -> {
            progress.step(Guide.CORPUS);
            List<CorpusInfo> made = materials.corpora().importFrom(request, progress);
            index(made, progress);
            return made;
        });
    }

    /** Holds source sentences out of what is trained on, with all their pairs; then makes the search index of the corpus that they are. */
    public Job<CorpusInfo> holdOut(CorpusRole role, int sentences) {
        JsonObject what = new JsonObject();
        what.addProperty("role", role.code());
        what.addProperty("sentences", sentences);
        return recorded("hold-out", "Hold out %,d sentences for %s".formatted(sentences, role.title()), what, (entry, progress) -> {
            progress.step(Guide.CORPUS);
            CorpusInfo made = materials.corpora().holdOut(role, sentences, progress);
            index(List.of(made), progress);
            return made;
        });
    }

    /** Finishes the search indexes that an interrupted job left; how many corpora there were. */
    public Job<Integer> finishSearchIndexes() {
        return recorded("index", "Make the search index", new JsonObject(), (entry, progress) -> {
            List<CorpusInfo> waiting = materials.corpora().notSearchable();
            index(waiting, progress);
            return waiting.size();
        });
    }

    private void index(List<CorpusInfo> corpora, Progress progress) throws HydraException {
        for (CorpusInfo corpus : corpora) {
            progress.message("Making the search index of " + corpus.name());
            materials.corpora().index(corpus.id(), progress);
        }
    }

    /** Settings that suit the project, for an operation that was not done yet. */
    public <S> S defaults(Operation<S> operation) throws HydraException {
        return operation.defaults(materials);
    }

    /** Notes the settings that a person chose for the next run of an operation; they are the usual ones until it has made something. */
    public <S> void choose(Operation<S> operation, S settings) throws HydraException {
        String stored = operation.settings().write(settings).toString();
        materials.database().change(sql -> sql.run(
                "INSERT INTO chosen (operation, settings) VALUES (?, ?)"
                        + " ON CONFLICT (operation) DO UPDATE SET settings = excluded.settings",
                operation.id(), stored));
    }

    private void forgetChoice(Operation<?> operation) throws HydraException {
        materials.database().change(sql -> sql.run("DELETE FROM chosen WHERE operation = ?", operation.id()));
    }

    /**
     * The settings that a person chose for the next run, else those with which an operation's result that is in use would be made again,
     * else those that suit the project.
     */
    public <S> S usual(Operation<S> operation) throws HydraException {
        Optional<String> chosen = materials.database()
                .read(sql -> sql.first(
                        "SELECT settings FROM chosen WHERE operation = ?", row -> row.text("settings"), operation.id()));
        if (chosen.isPresent()) {
            S settings = operation.settings().read(chosen.get(), "what was chosen for “" + operation.name() + "”");
            return operation.again(settings).orElse(settings);
        }
        InUse inUse = materials.artefacts().inUse();
        Artefact made = inUse.get(operation.product(operation.settings().plain(), inUse.project()))
                .orElse(null);
        if (made == null || !made.operation().equals(operation.id())) {
            return operation.defaults(materials);
        }
        S settings = operation.settings().read(made.settingsJson(), "“" + made.name() + "”");
        return operation.again(settings).orElse(settings);
    }

    /** An operation with settings as they are stored, as a job whose result is used. */
    public Job<Artefact> job(Operation<?> operation, JsonObject settings, Environment environment) throws HydraException {
        return stored(operation, settings, environment);
    }

    private <S> Job<Artefact> stored(Operation<S> operation, JsonObject settings, Environment environment)
            throws HydraException {
        return job(operation, operation.settings().read(settings), Use.ALWAYS, environment);
    }

    /**
     * An operation as a job. It works on what is in use when it begins.
     *
     * @param use whether its result is used then
     */
    public <S> Job<Artefact> job(Operation<S> operation, S settings, Use use, Environment environment) {
        return Jobs.of(operation.title(settings), progress -> perform(operation, settings, use, environment, progress));
    }

    private <S> Artefact perform(Operation<S> operation, S settings, Use use, Environment environment, Progress progress)
            throws HydraException {
        progress.step(operation.id());
        Inputs in = Standing.now(materials).inputs(operation, settings);
        Order order = new Order(operation.id(), operation.settings().write(settings), use, in.recorded());
        return jobs.record(
                operation.id(),
                operation.title(settings),
                order.json(),
                (entry, recording) -> make(operation, settings, in, use, new Run(materials, environment, entry, recording)),
                progress);
    }

    private <S> Artefact make(Operation<S> operation, S settings, Inputs in, Use use, Run run) throws HydraException {
        Slot product = operation.product(settings, in.project());
        Artefact made;
        try (ArtefactBuilder out = materials.artefacts().begin(product, operation.id())) {
            out.settings(operation.settings().write(settings));
            in.recorded().forEach(out::input);
            operation.run(settings, in, out, run);
            made = out.commit(use, run.progress());
        }
        forgetChoice(operation);
        clear(run.job());
        return made;
    }

    /** Removes the folder that a job worked in. Its result is there, so trouble with that is no failure; the next opening sets it aside. */
    private void clear(JobLog.Entry job) {
        String folder = job.folder();
        if (!folder.isEmpty()) {
            try {
                job.worksIn("");
                Folders.delete(materials.files().resolve(folder));
            } catch (HydraException | RuntimeException e) {
                LOG.warn("The folder {} of a job that is done was not removed", folder, e);
            }
        }
    }

    /** Puts the files of a result in place that was made elsewhere, and says what is to be told of it. */
    @FunctionalInterface
    public interface Filling {
        void fill(ArtefactBuilder out) throws HydraException;
    }

    /** Takes in, and uses, what an operation made elsewhere from the very things that are in use here. */
    public <S> Artefact adopt(Operation<S> operation, JsonObject settings, Filling filling, Progress progress)
            throws HydraException {
        S read = operation.settings().read(settings);
        Inputs in = Standing.now(materials).inputs(operation, read);
        try (ArtefactBuilder out = materials.artefacts().begin(operation.product(read, in.project()), operation.id())) {
            out.settings(operation.settings().write(read));
            in.recorded().forEach(out::input);
            filling.fill(out);
            return out.commit(Use.ALWAYS, progress);
        }
    }

    /** Jobs that ended early and can be gone on with, newest first. */
    public List<JobRecord> unfinished() throws HydraException {
        return jobs.resumable();
    }

    /** The newest job of an operation that ended early and can be gone on with. */
    public Optional<JobRecord> unfinished(Operation<?> operation) throws HydraException {
        return unfinished().stream().filter(job -> job.kind().equals(operation.id())).findFirst();
    }

    /** How far a training came that ended early; empty for another kind of job. */
    public Optional<Reached> reached(JobRecord unfinished) throws HydraException {
        boolean training = Operations.find(unfinished.kind()).filter(TrainOperation.class::isInstance).isPresent();
        return training
                ? Optional.of(TrainOperation.reached(materials.files().resolve(unfinished.folder()), Order.of(unfinished)))
                : Optional.empty();
    }

    /** What a job that ended early was to do otherwise than the operation would now, some words each; none when it is the very same. */
    public <S> List<String> differences(JobRecord unfinished, Operation<S> operation, S settings) throws HydraException {
        Order meant = Order.of(unfinished);
        JsonObject then = operation.settings().write(operation.settings().read(meant.settings()));
        List<ArtefactInput> now = Standing.now(materials).inputs(operation, settings).recorded();
        return new Order(meant.operation(), then, meant.use(), meant.inputs())
                .differences(new Order(operation.id(), operation.settings().write(settings), Use.ALWAYS, now));
    }

    /** Goes on with a job that ended early, as it was meant when it began. */
    public Job<Artefact> resume(JobRecord unfinished, Environment environment) {
        return Jobs.of("Go on: " + unfinished.title(), progress -> resume(unfinished, environment, progress));
    }

    private Artefact resume(JobRecord unfinished, Environment environment, Progress progress) throws HydraException {
        Order order = Order.of(unfinished);
        Operation<?> operation = Operations.find(order.operation()).orElseThrow(() ->
                new InputException("This version cannot go on with “" + unfinished.title() + "”."));
        Path folder = materials.files().resolve(unfinished.folder());
        if (!Files.isDirectory(folder)) {
            throw InputException.in(folder, "the run that was to be gone on with is gone; begin a new one");
        }
        return resume(operation, unfinished, order, environment, progress);
    }

    private <S> Artefact resume(
            Operation<S> operation, JobRecord unfinished, Order order, Environment environment, Progress progress)
            throws HydraException {
        progress.step(operation.id());
        S settings = operation.settings().read(order.settings());
        List<ArtefactInput> recorded = new ArrayList<>();
        Map<String, Artefact> artefacts = new HashMap<>();
        for (ArtefactInput input : order.inputs()) {
            Long id = input.artefactId();
            if (id == null) {
                recorded.add(input);
            } else {
                Artefact artefact = materials.artefacts().get(id);
                artefacts.put(input.use(), artefact);
                recorded.add(ArtefactInput.of(input.type(), input.use(), artefact));
            }
        }
        Inputs in = new Inputs(materials.artefacts().inUse().project(), recorded, artefacts);
        return jobs.record(
                operation.id(),
                operation.title(settings),
                order.json(),
                (entry, recording) -> {
                    entry.takesOver(unfinished);
                    return make(operation, settings, in, order.use(), new Run(materials, environment, entry, recording));
                },
                progress);
    }

    /** Gives up a job that ended early; what it has done so far goes. */
    public void discard(JobRecord unfinished) throws HydraException {
        jobs.release(unfinished.id());
        Folders.delete(materials.files().resolve(unfinished.folder()));
    }

    /** The steps on the way to a translator, with how far each is. */
    public Guide guide() throws HydraException {
        return Guide.of(materials);
    }

    /** Why an artefact no longer follows from what is in use, a sentence a reason; none when it does. */
    public List<String> staleness(Artefact artefact) throws HydraException {
        return Standing.now(materials).staleness(artefact);
    }

    /** What an operation lacks before it can run, a sentence each. */
    public <S> List<String> missing(Operation<S> operation, S settings) throws HydraException {
        return Standing.now(materials).missing(operation, settings);
    }

    /** Makes again, in working order and with the settings they were made with, all results that are out of date, and uses them. */
    public Job<Rerun> rerun(Environment environment) {
        return rerun(Rerun.Which.STALE, new Rerun.Hand() {
            @Override
            public <S> S settings(Operation<S> operation, S own) {
                return own;
            }

            @Override
            public <S> Artefact make(Operation<S> operation, S settings, Progress progress) throws HydraException {
                return job(operation, settings, Use.ALWAYS, environment).run(progress);
            }
        });
    }

    /** Does, in working order, what is out of date, or all that is left to do. */
    public Job<Rerun> rerun(Rerun.Which which, Rerun.Hand hand) {
        String title = which == Rerun.Which.STALE ? "Rerun what is out of date" : "Do what is left to do";
        return Jobs.of(title, progress -> Rerun.run(this, which, hand, progress));
    }

    private <R> Job<R> recorded(String kind, String title, JsonObject options, JobLog.Work<R> work) {
        return Jobs.of(title, progress -> jobs.record(kind, title, options, work, progress));
    }
}
