package org.hydraworkbench.app.corpus;

import java.nio.file.Path;
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
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportRequest;
import org.jspecify.annotations.Nullable;

/** An import being prepared: the files, what was found in them, and as what they are to be taken in. */
public final class ImportViewModel {

    private final Project project;
    private final JobRunner jobs;
    private final Runnable done;
    private final ReadOnlyObjectWrapper<@Nullable ImportFiles> files = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable ImportPreview> preview = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty swapped = new SimpleBooleanProperty();
    private final ObjectProperty<CorpusRole> purpose = new SimpleObjectProperty<>(CorpusRole.TRAINING);
    private final StringProperty licence = new SimpleStringProperty("");
    private final BooleanBinding ready =
            Bindings.createBooleanBinding(this::isReady, files, preview, reading, problem, name);

    /** @param done called when the import has begun or was given up */
    public ImportViewModel(Project project, JobRunner jobs, Runnable done) {
        this.project = project;
        this.jobs = jobs;
        this.done = done;
    }

    /** Takes these files and looks into the first. */
    public void choose(List<Path> chosen) {
        if (chosen.isEmpty()) {
            return;
        }
        reading.set(true);
        preview.set(null);
        problem.set("");
        jobs.query(() -> look(chosen))
                .onDone(this::show)
                .onFailed(e -> problem.set(e.getMessage()))
                .onEnded(() -> reading.set(false));
    }

    private record Look(ImportFiles files, ImportPreview preview) {}

    private static Look look(List<Path> chosen) throws HydraException {
        ImportFiles files = ImportFiles.of(chosen);
        return new Look(files, files.preview());
    }

    private void show(Look look) {
        ProjectInfo info = project.info();
        files.set(look.files());
        preview.set(look.preview());
        String found = look.preview().problem();
        problem.set(found == null ? "" : found);
        name.set(look.files().requests().stream().map(ImportRequest::name).collect(Collectors.joining(", ")));
        swapped.set(look.files().looksSwapped(info.sourceLanguage().toString(), info.targetLanguage().toString()));
    }

    private boolean isReady() {
        ImportPreview found = preview.get();
        return found != null
                && !reading.get()
                && problem.get().isEmpty()
                && !found.rows().isEmpty()
                && !name.get().isBlank();
    }

    /** Imports in the background and makes the text searchable after that. */
    public void start() {
        ImportFiles chosen = files.get();
        if (chosen == null || !ready.get()) {
            return;
        }
        List<ImportRequest> requests = chosen.requests();
        boolean single = requests.size() == 1;
        List<ImportRequest> asked = requests.stream()
                .map(request -> request.withName(single ? name.get().strip() : request.name())
                        .withSwapped(swapped.get())
                        .withRole(purpose.get())
                        .withLicence(licence.get().strip()))
                .toList();
        asked.forEach(request -> jobs.submit(Step.CORPUS, project.work().importCorpus(request)));
        done.run();
    }

    public void cancel() {
        done.run();
    }

    /** What was found, in a sentence. */
    public String summary() {
        ImportPreview found = preview.get();
        ImportFiles chosen = files.get();
        if (found == null || chosen == null) {
            return "";
        }
        String form = found.format() == null ? "two" : found.format().name().toLowerCase(Locale.ROOT);
        return Texts.format(
                "corpus.import.found",
                Texts.get("corpus.format." + form),
                scriptName(found.leftScript()),
                scriptName(found.rightScript()),
                chosen.requests().size());
    }

    /** {@code Latin}, {@code Old Italic}. */
    private static String scriptName(Character.UnicodeScript script) {
        String words = script.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    public ProjectInfo info() {
        return project.info();
    }

    public ReadOnlyObjectProperty<@Nullable ImportPreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable ImportFiles> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** What is wrong with the files, with file and line; empty when nothing is. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    /** Whether the left side is in the target language. */
    public BooleanProperty swappedProperty() {
        return swapped;
    }

    public ObjectProperty<CorpusRole> purposeProperty() {
        return purpose;
    }

    public StringProperty licenceProperty() {
        return licence;
    }

    /** Whether {@link #start} will do something. */
    public BooleanBinding readyBinding() {
        return ready;
    }
}
