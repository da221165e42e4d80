/**
 * Which unit of a sentence corresponds to which unit of its translation: alignment models, their symmetrisation, and the measures
 * that compare links with links drawn by people. The files in which links are exchanged are read and written in {@code format}.
 *
 * <p>Bilingual text comes from {@code corpus}, units from {@code tokenizer}; links with confidences go to {@code mapping}, to the
 * project and to files. Everything is held in flat arrays, so that millions of pairs fit in memory, and every result
 * is the same for any number of threads.
 *
 * <p>Each model has its mathematics and sources in the Javadoc of its class: {@link org.hydraworkbench.align.Ibm1Model},
 * {@link org.hydraworkbench.align.DiagonalModel} and {@link org.hydraworkbench.align.HmmModel}, the default. An
 * {@link org.hydraworkbench.align.Aligner} trains it. {@link org.hydraworkbench.align.BitextAligner} aligns a bitext in memory,
 * {@link org.hydraworkbench.align.PartAligner} one of any size, {@link org.hydraworkbench.align.StreamAligner} new text with a model that
 * was saved. What a model believes about a pair are {@link org.hydraworkbench.align.PairPosteriors}, from which
 * {@link org.hydraworkbench.align.Symmetrization} chooses links and {@link org.hydraworkbench.align.Calibration} makes their confidences.
 * What people know is {@link org.hydraworkbench.align.Supervision}. {@code NOTES.md} beside the sources tells what was tried, with figures.
 */
@NullMarked
package org.hydraworkbench.align;

import org.jspecify.annotations.NullMarked;
