package org.hydraworkbench.app.corpus;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.ImportPreview;

/** How many sentences of an import for training are held out for test and as many for development, checked as it is typed. */
public final class HoldOutViewModel {

    private static final int USUAL = 200;
    private static final int LEAST_SENTENCES = 10;

    private final BooleanProperty wanted = new SimpleBooleanProperty();
    private final DoubleProperty number = new SimpleDoubleProperty(Double.NaN);
    private final IntegerProperty most = new SimpleIntegerProperty();
    private final BooleanBinding possible;
    private final StringBinding problem;
    private int proposed;

    HoldOutViewModel(ReadOnlyObjectProperty<CorpusRole> role) {
        possible = role.isEqualTo(CorpusRole.TRAINING).and(most.greaterThan(0));
        problem = Bindings.createStringBinding(this::findProblem, wanted, number, most, possible);
    }

    /**
     * Proposes a number for a text: about a tenth of its sentences, {@value #USUAL} at most. What was typed stays.
     *
     * @param first whether this is the first look at the text, which also decides whether any are held out
     * @param lacking whether the project has nothing yet to test with
     */
    void propose(ImportPreview text, boolean first, boolean lacking) {
        most.set(text.mostHeldOut());
        if (first || number.get() == proposed) {
            proposed = Math.clamp(text.sentences() / 10, 1, USUAL);
            number.set(proposed);
        }
        if (first) {
            wanted.set(lacking && text.sentences() >= LEAST_SENTENCES);
        }
    }

    private String findProblem() {
        return !possible.get() || !wanted.get() || typed() > 0 ? "" : Texts.format("corpus.hold.problem", most.get());
    }

    /** The number that was typed; 0 when it is none, or not a possible one. */
    private int typed() {
        double typed = number.get();
        return typed == Math.rint(typed) && typed >= 1 && typed <= most.get() ? (int) typed : 0;
    }

    /** How many to hold out for test, and as many for development; 0 for none. */
    int each() {
        return possible.get() && wanted.get() ? typed() : 0;
    }

    /** Whether sentences are held out. */
    public BooleanProperty wantedProperty() {
        return wanted;
    }

    /** How many, as typed; NaN for what is no number. */
    public DoubleProperty numberProperty() {
        return number;
    }

    /** Whether sentences can be held out of this text. */
    public BooleanBinding possibleBinding() {
        return possible;
    }

    /** What is wrong with the number, as a sentence; empty when nothing is. */
    public StringBinding problemBinding() {
        return problem;
    }
}
