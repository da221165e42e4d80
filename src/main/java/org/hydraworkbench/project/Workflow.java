package org.hydraworkbench.project;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.train.MetricsListener;

/**
 * What can be done in a project, each as a job: the window and the command line run the same. Every job is recorded in the
 * project, works on what is current when it begins, and makes what it made current. A job may be run on any thread.
 */
public final class Workflow {

    private final Project project;
    private final LinkSteps links;
    private final ModelSteps models;
    private final TrainingSteps training;
    private final EvaluationSteps evaluation;

    Workflow(Project project, Database database) {
        this.project = project;
        this.links = new LinkSteps(project, database);
        this.models = new ModelSteps(project, database);
        this.training = new TrainingSteps(project, database);
        this.evaluation = new EvaluationSteps(project, database);
    }

    /** Reads a file into a new corpus, which is there when its last pair is in; then makes its search index. */
    public Job<CorpusInfo> importCorpus(ImportRequest request) {
        return project.jobs().recorded(
                "import", "Import " + request.name(), request.toString(), (entry, progress) -> {
                    CorpusInfo corpus = project.corpora().importFrom(request, progress);
                    index(List.of(corpus), progress);
                    return project.corpora().get(corpus.id());
                });
    }

    /** Finishes the search indexes that an interrupted job left; how many corpora there were. */
    public Job<Integer> finishSearchIndexes() {
        return project.jobs().recorded("index", "Make the search index", "", (entry, progress) -> {
            List<CorpusInfo> waiting = project.corpora().notSearchable();
            index(waiting, progress);
            return waiting.size();
        });
    }

    private void index(List<CorpusInfo> corpora, Progress progress) throws HydraException {
        for (CorpusInfo corpus : corpora) {
            progress.message("Making the search index of " + corpus.name());
            project.corpora().index(corpus.id(), progress);
        }
    }

    /**
     * Trains a tokenizer for the target language on the target side of the training pairs.
     *
     * @param moreTexts text files to train on as well
     */
    public Job<Artefact> trainTokenizer(TokenizerTrainer.Options options, List<Path> moreTexts) {
        return making(
                "tokenizer",
                "Train a tokenizer of %,d pieces".formatted(options.vocabularySize()),
                options,
                progress -> models.trainTokenizer(options, moreTexts, progress));
    }

    /**
     * Takes in a tokenizer.
     *
     * @param folder a folder with a {@code tokenizer.json}, or that file
     * @param role {@code source} or {@code target}
     */
    public Job<Artefact> importTokenizer(Path folder, String role) {
        return making(
                "tokenizer",
                "Take in the tokenizer " + folder,
                folder.toString(),
                progress -> models.importTokenizer(folder, role, progress));
    }

    /** Takes in the pretrained model, and its tokenizer as that of the source language; a large model stays where it is. */
    public Job<Artefact> importBaseModel(Path folder) {
        return making(
                "base-model",
                "Take in the model " + folder,
                folder.toString(),
                progress -> models.importBaseModel(folder, progress));
    }

    /** Aligns the training pairs, learning from what people said of links and pairs. */
    public Job<Artefact> align(AlignmentSettings settings) {
        return making("align", "Align the corpora", settings, progress -> links.align(settings, progress));
    }

    /**
     * Aligns the training pairs with the settings of the current alignment, starting from its links: a few seconds after some edits, where
     * {@link #align} takes minutes.
     */
    public Job<Artefact> realign() {
        return making("align", "Align again with the edits", "", links::realign);
    }

    /** Makes a mapping from target tokens to source tokens. */
    public Job<Artefact> map(MappingSettings settings) {
        return making("map", "Make the mapping", settings, progress -> links.map(settings, progress));
    }

    /** Gives the base model tables for the target tokenizer. */
    public Job<Artefact> transfer(TransferSettings settings) {
        return making(
                "transfer",
                "Transfer the tables: " + settings.method().id(),
                settings,
                progress -> models.transfer(settings, progress));
    }

    /** Puts the base model and the model with new tables together. */
    public Job<Artefact> assemble() {
        return making("assemble", "Assemble the Hydra", "", models::assemble);
    }

    /**
     * Tunes the current Hydra on the training pairs, or the model with new tables on text, in a process of its own. Ended early,
     * by cancelling or a crash, it can be gone on with: {@link #unfinishedTraining}.
     *
     * @param listener hears of each step, on the thread that runs the job
     * @throws HydraException when there is nothing to tune yet
     */
    public Job<Artefact> train(TrainingSettings settings, MetricsListener listener) throws HydraException {
        TrainingSteps.Run run = training.plan(settings);
        return project.jobs().recorded(
                TrainingSteps.KIND,
                "Train %,d steps".formatted(settings.steps()),
                run,
                (entry, progress) -> training.begin(run, entry, listener, progress));
    }

    /** Training runs that ended early and can be gone on with, newest first. */
    public List<JobRecord> unfinishedTraining() throws HydraException {
        return project.jobs().resumable(TrainingSteps.KIND);
    }

    /** Goes on with a run from its last checkpoint. */
    public Job<Artefact> resumeTraining(JobRecord unfinished, MetricsListener listener) {
        TrainingSteps.Run run = TrainingSteps.run(unfinished);
        return project.jobs().recorded(
                TrainingSteps.KIND,
                "Go on training to %,d steps".formatted(run.settings().steps()),
                run,
                (entry, progress) -> training.resume(unfinished, entry, listener, progress));
    }

    /** Gives up a run that ended early; its checkpoints go. */
    public void discardTraining(JobRecord unfinished) throws HydraException {
        project.jobs().release(unfinished.id());
        Folders.delete(project.files().resolve(unfinished.folder()));
    }

    /**
     * Translates held-out pairs with the current Hydra and measures the result.
     *
     * @param runtime the tensor engine; the job runs on its thread
     */
    public Job<Artefact> evaluate(EvaluationSettings settings, TensorRuntime runtime) {
        return making(
                "evaluate", "Measure translations", settings, progress -> evaluation.evaluate(settings, runtime, progress));
    }

    /** The pairs that {@link #evaluate} translates. */
    List<SentencePair> heldOut(EvaluationSettings settings) throws HydraException {
        return evaluation.pairs(settings);
    }

    @FunctionalInterface
    private interface Making {
        Artefact make(Progress progress) throws HydraException;
    }

    private Job<Artefact> making(String kind, String title, Object options, Making making) {
        return project.jobs().recorded(kind, title, options, (entry, progress) -> making.make(progress));
    }
}
