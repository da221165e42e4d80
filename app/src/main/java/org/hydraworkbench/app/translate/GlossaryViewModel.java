package org.hydraworkbench.app.translate;

import java.util.EnumSet;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.Term;

/** The project's glossary: its terms, and a new one as it is typed. Every change can be undone. */
public final class GlossaryViewModel {

    private final Workbench workbench;
    private final ProjectReading<List<Term>> read;
    private final ObservableList<Term> terms = FXCollections.observableArrayList();
    private final StringProperty source = new SimpleStringProperty("");
    private final StringProperty target = new SimpleStringProperty("");

    public GlossaryViewModel(Workbench workbench) {
        this.workbench = workbench;
        read = new ProjectReading<>(
                workbench, EnumSet.of(ProjectChange.Kind.TERMS), List.of(), project -> project.glossary().list());
        read.valueProperty().subscribe(found -> terms.setAll(found));
    }

    /** All terms, in the order of their words. */
    public ObservableList<Term> terms() {
        return terms;
    }

    /** Whether a project is open of whose terms nothing is known yet. */
    ReadOnlyBooleanProperty unreadProperty() {
        return read.unreadProperty();
    }

    /** The words of the new term. */
    public StringProperty sourceProperty() {
        return source;
    }

    /** Their translation. */
    public StringProperty targetProperty() {
        return target;
    }

    public ObservableBooleanValue canAdd() {
        return Bindings.createBooleanBinding(
                () -> !source.get().isBlank() && !target.get().isBlank(), source, target);
    }

    /** Adds what was typed, which is in the place of another translation of the same words; the next answer obeys. */
    public void add() {
        String words = source.get();
        String translation = target.get();
        workbench.project().current().filter(project -> canAdd().get()).ifPresent(project -> workbench
                .jobs()
                .command(() -> project.glossary().add(words, translation))
                .onDone(done -> {
                    source.set("");
                    target.set("");
                }));
    }

    /** Takes terms out. */
    public void remove(List<Term> chosen) {
        List<String> gone = chosen.stream().map(Term::source).toList();
        workbench.project().current().ifPresent(project -> workbench.jobs().command(() -> project.glossary().remove(gone)));
    }

    /** Asks for a file and takes its terms in. */
    public void importFile() {
        workbench.project().current().ifPresent(project -> workbench
                .dialogs()
                .openFile(Texts.get("translate.glossary.open"), List.of(FileKind.of("TSV", "*.tsv", "*.txt")))
                .ifPresent(file -> workbench
                        .jobs()
                        .commandWithAnswer(() -> project.glossary().importFrom(file))
                        .onDone(count -> workbench.notices().status(Texts.format("translate.glossary.imported", count)))));
    }
}
