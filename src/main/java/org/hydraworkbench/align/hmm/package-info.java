/**
 * The Bayesian HMM with fertility, the default: {@link org.hydraworkbench.align.hmm.HmmModel} has the whole model as formulas with its
 * constants, {@link org.hydraworkbench.align.hmm.HmmAligner} trains it. Gibbs chains ({@code HmmChain}) draw the links of sentences
 * ({@code SentenceSampler}) by tables ({@code HmmTables}) made of counts ({@code HmmCounts}); the mean counts are the model.
 *
 * <p>It learns from a numbered bitext, from what people said and from earlier models, which it can take in; it goes into model files.
 *
 * <p>A direction is a number here, the place of its {@link org.hydraworkbench.align.links.Direction}: 0 has the source given, 1 the target. Counts
 * and tables of both directions lie side by side, those of a pair of types k at 2k and 2k + 1, and the loops over them go by these numbers.
 */
@NullMarked
package org.hydraworkbench.align.hmm;

import org.jspecify.annotations.NullMarked;
