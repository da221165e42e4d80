package org.hydraworkbench.app.corpus;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.corpus.BitextFormat;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportPreview;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;

/** An import being prepared: the files, what was found in them, and as what they are to be taken in. */
public final class ImportViewModel {

    /**
     * What was found in the files.
     *
     * @param text of the first; null where nothing of it can be read
     * @param doubts whether it may be in other languages
     * @param problem what is wrong, with file and line; empty when nothing is
     * @param lacking whether the project has no sentences for test and development
     */
    private record Look(
            ImportFiles files,
            @Nullable ImportPreview text,
            ImportDoubts doubts,
            String problem,
            boolean lacking) {}

    private final Project project;
    private final JobRunner jobs;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<@Nullable ImportFiles> files = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<ImportDoubts> doubts = new ReadOnlyObjectWrapper<>(ImportDoubts.NONE);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private @Nullable String from; // the language of the text that was chosen as the source
    private @Nullable String to;
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty swapped = new SimpleBooleanProperty();
    private final ObjectProperty<CorpusRole> purpose = new SimpleObjectProperty<>(CorpusRole.TRAINING);
    private final StringProperty licence = new SimpleStringProperty("");
    private final ImportLines lines = new ImportLines(preview.getReadOnlyProperty(), swapped, this::lookAgain);
    private final BooleanProperty accepted = new SimpleBooleanProperty();
    private final HoldOutViewModel holdOut = new HoldOutViewModel(purpose);
    private final BooleanBinding ready;
    private int asked;

    /** @param done called when the import has begun or was given up */
    public ImportViewModel(Project project, JobRunner jobs, Runnable done) {
        this.project = project;
        this.jobs = jobs;
        this.done = done;
        this.ready = Bindings.createBooleanBinding(
                this::isReady, preview, reading, problem, name, doubts, accepted, holdOut.problemBinding());
        swapped.subscribe(sides -> lookAgain());
    }

    /** Takes these files and looks into the first. */
    public void choose(List<Path> chosen) {
        if (!chosen.isEmpty()) {
            from = null;
            to = null;
            ask(() -> {
                ImportFiles of = ImportFiles.of(chosen);
                return look(of, of.requests().getFirst());
            });
        }
    }

    private ImportRequest asChosen(ImportRequest request) {
        return request.withSwapped(swapped.get()).withLanguages(from, to).withLines(lines.options());
    }

    /** The sides were swapped, other languages chosen, lines read in another way, or the project's languages corrected. */
    void lookAgain() {
        ImportFiles known = files.get();
        if (known != null) {
            ImportRequest first = asChosen(known.requests().getFirst());
            ask(() -> look(known, first));
        }
    }

    /** The language of the text on a side; empty where it names none. */
    String language(Side side) {
        ImportPreview found = preview.get();
        List<String> both = found == null ? List.of() : found.languages();
        return both.isEmpty() ? "" : side == Side.SOURCE ? both.getFirst() : both.getLast();
    }

    /** Takes another language of the text for a side. The one across goes to its place where both would be the same. */
    void chooseLanguage(Side side, @Nullable String tag) {
        String now = language(side);
        if (tag == null || tag.equals(now)) {
            return;
        }
        String across = tag.equals(language(side.other())) ? now : language(side.other());
        from = side == Side.SOURCE ? tag : across;
        to = side == Side.SOURCE ? across : tag;
        lookAgain();
    }

    private void ask(JobRunner.Query<Look> query) {
        int number = ++asked;
        reading.set(true);
        jobs.query(query)
                .onDone(found -> {
                    if (number == asked) {
                        show(found);
                    }
                })
                .onEnded(() -> {
                    if (number == asked) {
                        reading.set(false);
                    }
                });
    }

    private Look look(ImportFiles of, ImportRequest first) throws HydraException {
        boolean lacking = project.corpora().count(CorpusRole.TEST) == 0 && project.corpora().count(CorpusRole.DEVELOPMENT) == 0;
        try {
            ImportPreview text = project.corpora().preview(first);
            String wrong = text.problem();
            return new Look(of, text, ImportDoubts.of(text, project.info()), wrong == null ? "" : wrong, lacking);
        } catch (HydraException e) {
            return new Look(of, null, ImportDoubts.NONE, Reasons.of(e), lacking);
        }
    }

    private void show(Look look) {
        boolean first = files.get() == null;
        if (first) {
            name.set(look.files().requests().stream().map(ImportRequest::name).collect(Collectors.joining(", ")));
        }
        files.set(look.files());
        ImportPreview text = look.text();
        if (text != null) {
            holdOut.propose(text, first, look.lacking());
        }
        doubts.set(look.doubts());
        accepted.set(false);
        problem.set(look.problem());
        preview.set(text);
    }

    private boolean isReady() {
        ImportPreview found = preview.get();
        return found != null
                && !reading.get()
                && problem.get().isEmpty()
                && found.same() == null
                && (doubts.get().reasons().isEmpty() || accepted.get())
                && holdOut.problemBinding().get().isEmpty()
                && !name.get().isBlank();
    }

    /** Imports in the background and makes the text searchable after that. */
    public void start() {
        ImportFiles chosen = files.get();
        if (chosen == null || !ready.get()) {
            return;
        }
        List<ImportRequest> asFound = chosen.requests();
        List<ImportRequest> wanted = new ArrayList<>();
        for (ImportRequest request : asFound) {
            wanted.add(asChosen(request)
                    .withName(asFound.size() == 1 ? name.get().strip() : request.name())
                    .withRole(purpose.get())
                    .withHoldOut(wanted.isEmpty() ? holdOut.each() : 0)
                    .withLicence(licence.get().strip()));
        }
        wanted.forEach(request -> jobs.submit(Step.CORPUS, project.work().importCorpus(request)));
        done.run();
    }

    public void cancel() {
        done.run();
    }

    /** What was found, in a few sentences. */
    public String summary() {
        ImportPreview found = preview.get();
        ImportFiles chosen = files.get();
        if (found == null || chosen == null) {
            return "";
        }
        BitextFormat format = found.format();
        String form = format == null ? "two" : format.name().toLowerCase(Locale.ROOT);
        List<String> sentences = new ArrayList<>();
        if (found.whole() || found.pairs() > 0) {
            sentences.add(Texts.format(
                    found.whole() ? "corpus.import.found" : "corpus.import.foundMore",
                    Texts.get("corpus.format." + form),
                    found.pairs()));
        }
        boolean offered = !lines.skipBadLinesProperty().get() && !found.badLines().isEmpty(); // told beside the offer to leave lines out
        found.notes().stream().filter(note -> !offered || !note.startsWith(found.badLines())).forEach(sentences::add);
        if (chosen.requests().size() > 1) {
            sentences.add(Texts.format("corpus.import.files", chosen.requests().size()));
        }
        return String.join(" ", sentences);
    }

    /** The first pairs and what else was found; null while nothing was, or nothing of the text can be read. */
    public ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ImportFiles> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** Why the text may not be in the project's languages. */
    public ReadOnlyObjectProperty<ImportDoubts> doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /** Whether the text is to be imported in spite of doubts. */
    public BooleanProperty acceptedProperty() {
        return accepted;
    }

    /** What is wrong with the files, with file and line; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How the lines of the files are read. */
    public ImportLines lines() {
        return lines;
    }

    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Whether the left side of the file is in the target language. */
    public BooleanProperty swappedProperty() {
        return swapped;
    }

    public ObjectProperty<CorpusRole> purposeProperty() {
        return purpose;
    }

    public StringProperty licenceProperty() {
        return licence;
    }

    /** What is held out of a text for training. */
    public HoldOutViewModel holdOut() {
        return holdOut;
    }

    /** Whether {@link #start} will do something. */
    public BooleanBinding readyBinding() {
        return ready;
    }
}
