package org.hydraworkbench.align.model;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.tokenizer.Segmentation;

/** The alignment models there are. */
public enum AlignmentMethod {
    /** IBM model 1 (Brown et al. 1993): which units occur together, whatever their order. */
    IBM1("ibm1"),
    /** A translation stands near its place on the diagonal (Dyer, Chahuneau and Smith 2013, the model of fast_align). */
    DIAGONAL("diagonal"),
    /**
     * A Bayesian hidden Markov model with fertility (Östling and Tiedemann 2016) that knows stems and cognates; the default. It had the best
     * links on every hand-aligned bitext of 274 to 100,000 pairs that it was measured on, learns small ones in more passes, and is the only
     * one that learns large ones in parts.
     */
    HMM_FERTILITY("hmm-fertility");

    private final String optionName;

    AlignmentMethod(String optionName) {
        this.optionName = optionName;
    }

    /** The name on the command line and in files. */
    public String optionName() {
        return optionName;
    }

    /** The model with that {@link #optionName}. */
    public static AlignmentMethod parse(String name) throws UsageException {
        for (AlignmentMethod value : values()) {
            if (value.optionName.equals(name)) {
                return value;
            }
        }
        throw new UsageException("There is no alignment model '" + name + "'; choose one of "
                + Arrays.stream(values()).map(AlignmentMethod::optionName).collect(Collectors.joining(", ")) + ".");
    }

    /** What gives the model the best links, weighing what is missed like what is wrong. */
    public Symmetrization symmetrization() {
        return switch (this) {
            case IBM1, DIAGONAL -> Symmetrization.GROW_DIAG_FINAL_AND;
            case HMM_FERTILITY -> Symmetrization.THRESHOLD;
        };
    }

    /**
     * What the model takes a sentence's units for: the text under each, where it compares spellings, else the form that the tokenizer gives it,
     * which tells the start of a word from its middle.
     */
    public UnitForms units(Segmentation sentence) {
        String[] forms = switch (this) {
            case IBM1, DIAGONAL -> sentence.forms();
            case HMM_FERTILITY -> sentence.surfaces();
        };
        return new UnitForms(this, List.of(forms));
    }

    /** Whether a bitext can be learnt part by part, each with what those before it taught. */
    public boolean learnsInParts() {
        return switch (this) {
            case HMM_FERTILITY -> true;
            case IBM1, DIAGONAL -> false;
        };
    }
}
