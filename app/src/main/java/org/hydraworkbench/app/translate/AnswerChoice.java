package org.hydraworkbench.app.translate;

import java.util.List;
import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.hydraworkbench.app.shell.SettingsStore;

/**
 * Between which languages the next text is translated, and by what: what a person wants, where the project can do that. Belongs to the JavaFX
 * thread.
 */
public final class AnswerChoice {

    private final ReadOnlyObjectProperty<Translators> translators;
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty to = new SimpleStringProperty("");
    private final ObjectProperty<AnswerBy> wanted = new SimpleObjectProperty<>(AnswerBy.EVERYTHING);
    private final ObjectProperty<Optional<AnswerBy>> wantedBeside = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<AnswerBy> by = new ReadOnlyObjectWrapper<>(AnswerBy.EVERYTHING);
    private final ReadOnlyObjectWrapper<Optional<AnswerBy>> beside = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<AnswerBy> possible = FXCollections.observableArrayList();
    private boolean swapping;

    /**
     * @param translators what the project can translate with
     * @param settings where a choice is kept until the program is started again
     */
    AnswerChoice(ReadOnlyObjectProperty<Translators> translators, SettingsStore settings, DecodingForm decoding) {
        this.translators = translators;
        new RememberedChoices(settings, wanted, decoding);
        List.<Observable>of(from, to, wanted, wantedBeside).forEach(each -> each.addListener(change -> choose()));
        translators.subscribe(this::take);
    }

    private void take(Translators found) {
        if (!found.languages().contains(from.get()) || !found.languages().contains(to.get())) {
            boolean both = found.languages().contains(found.from()) && found.languages().contains(found.to());
            from.set(both ? found.from() : "");
            to.set(both ? found.to() : "");
        }
        choose();
    }

    /** Of what can answer, what the person wants, else all. */
    private void choose() {
        if (swapping) {
            return;
        }
        List<AnswerBy> can = translators.get().between(from.get(), to.get());
        if (!possible.equals(can)) {
            possible.setAll(can);
        }
        by.set(can.isEmpty() || can.contains(wanted.get()) ? wanted.get() : can.getFirst());
        beside.set(wantedBeside.get().filter(can::contains).filter(other -> other != by.get()));
    }

    /** Language tag; empty while nothing can translate. */
    public StringProperty fromProperty() {
        return from;
    }

    /** Language tag; empty while nothing can translate. */
    public StringProperty toProperty() {
        return to;
    }

    /** Exchanges the two languages. */
    public void swap() {
        String before = from.get();
        swapping = true;
        from.set(to.get());
        swapping = false;
        to.set(before);
    }

    /** What can answer in this direction. */
    public ObservableList<AnswerBy> possible() {
        return possible;
    }

    /** Whether anything can, and the languages are two. */
    boolean canAnswer() {
        return !possible.isEmpty() && !from.get().equals(to.get());
    }

    /** What answers the next text. */
    public ReadOnlyObjectProperty<AnswerBy> byProperty() {
        return by.getReadOnlyProperty();
    }

    /** Notes what a person wants to answer. */
    public void want(AnswerBy value) {
        wanted.set(value);
    }

    /** What gives a second answer beside the first; empty for nothing. */
    public ReadOnlyObjectProperty<Optional<AnswerBy>> besideProperty() {
        return beside.getReadOnlyProperty();
    }

    /** Notes what a person wants to give a second answer. */
    public void wantBeside(Optional<AnswerBy> other) {
        wantedBeside.set(other);
    }
}
