package org.hydraworkbench.align.model;

import java.util.List;
import org.hydraworkbench.tokenizer.Segmentation;

/**
 * What a method takes the units of a sentence for, which only {@link AlignmentMethod#units} says: a model cannot be asked with units of
 * another kind. Immutable.
 */
public final class UnitForms {

    private final AlignmentMethod method;
    private final List<String> forms;

    /** Made by {@link AlignmentMethod#units} of a {@link Segmentation}. */
    UnitForms(AlignmentMethod method, List<String> forms) {
        this.method = method;
        this.forms = List.copyOf(forms);
    }

    /** Number of units. */
    public int size() {
        return forms.size();
    }

    /** A form for each unit, in order. */
    public List<String> forms() {
        return forms;
    }

    /**
     * The forms, for a model of that method.
     *
     * @throws IllegalArgumentException when another method made them
     */
    public List<String> formsFor(AlignmentMethod asking) {
        if (asking != method) {
            throw new IllegalArgumentException("units for " + method.optionName() + " given to a model of the kind " + asking.optionName());
        }
        return forms;
    }
}
