package org.hydraworkbench.app.corpus;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.jspecify.annotations.Nullable;

/** The corpora of the project: one of them is chosen, to be renamed, used for something else, or removed. All of that can be undone. */
public final class CorporaViewModel {

    /** Something to do with the chosen corpus, off the JavaFX thread. */
    @FunctionalInterface
    private interface Change {
        void make(Corpora corpora, long id) throws HydraException;
    }

    private final Workbench workbench;
    private final ObservableList<CorpusInfo> list = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable CorpusInfo> chosen = new ReadOnlyObjectWrapper<>(null);
    private boolean listing;

    public CorporaViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    /** Reads the corpora anew; the chosen one stays chosen. */
    void read() {
        Project project = workbench.project().projectProperty().get();
        if (project == null) {
            show(List.of());
        } else {
            workbench.jobs().query(() -> project.corpora().list()).onDone(this::show);
        }
    }

    private void show(List<CorpusInfo> found) {
        CorpusInfo before = chosen.get();
        listing = true;
        chosen.set(null);
        list.setAll(found);
        listing = false;
        chosen.set(before == null ? null : find(before.id()).orElse(null));
    }

    /** A corpus as it is now, if it is still there. */
    Optional<CorpusInfo> find(long id) {
        return list.stream().filter(corpus -> corpus.id() == id).findFirst();
    }

    /** Chooses a corpus, or none. A list that is being replaced chooses nothing. */
    void choose(@Nullable CorpusInfo corpus) {
        if (!listing) {
            chosen.set(corpus);
        }
    }

    /** Asks for another name for the chosen corpus. */
    public void rename() {
        withChosen(corpus -> workbench
                .dialogs()
                .askText(Texts.get("corpus.rename.title"), Texts.get("corpus.import.name"), corpus.name())
                .ifPresent(name -> change(corpus, (corpora, id) -> corpora.rename(id, name))));
    }

    /** Uses the chosen corpus for something else. */
    public void use(CorpusRole role) {
        withChosen(corpus -> change(corpus, (corpora, id) -> corpora.setRole(id, role)));
    }

    /** Asks for the licence of the chosen corpus. */
    public void licence() {
        withChosen(corpus -> workbench
                .dialogs()
                .askText(
                        Texts.format("corpus.licence.title", corpus.name()),
                        Texts.get("corpus.import.licence"),
                        corpus.licence())
                .ifPresent(licence -> change(corpus, (corpora, id) -> corpora.setLicence(id, licence))));
    }

    /** Asks, then takes the chosen corpus out of the project. */
    public void remove() {
        withChosen(corpus -> {
            if (workbench
                    .dialogs()
                    .confirm(
                            Texts.get("corpus.remove.title"),
                            Texts.format("corpus.remove.question", corpus.name(), corpus.pairs()),
                            Texts.get("corpus.remove.do"))) {
                change(corpus, Corpora::remove);
            }
        });
    }

    private void withChosen(Consumer<CorpusInfo> then) {
        CorpusInfo corpus = chosen.get();
        if (corpus != null) {
            then.accept(corpus);
        }
    }

    private void change(CorpusInfo corpus, Change change) {
        Project project = workbench.project().projectProperty().get();
        if (project != null) {
            workbench.jobs().command(() -> change.make(project.corpora(), corpus.id()));
        }
    }

    /** All corpora, oldest first. */
    public ObservableList<CorpusInfo> list() {
        return list;
    }

    /** The corpus that the commands are about; null for none. */
    public ReadOnlyObjectProperty<@Nullable CorpusInfo> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }
}
