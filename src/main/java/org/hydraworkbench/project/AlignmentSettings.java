package org.hydraworkbench.project;

import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.tokenizer.Unit;

/**
 * How to align the corpora of a project.
 *
 * @param unit what sentences are cut into; tokens and units need both tokenizers
 * @param options model, symmetrisation and so on
 */
public record AlignmentSettings(Unit unit, AlignOptions options) {

    /** Units of the two tokenizers, with the aligner's defaults. */
    public static AlignmentSettings defaults() {
        return new AlignmentSettings(Unit.UNIT, AlignOptions.defaults());
    }

    public AlignmentSettings withUnit(Unit value) {
        return new AlignmentSettings(value, options);
    }

    public AlignmentSettings withOptions(AlignOptions value) {
        return new AlignmentSettings(unit, value);
    }
}
