/**
 * The Bayesian HMM with fertility, the default: {@link org.hydraworkbench.align.hmm.HmmModel} has the whole model as formulas with its
 * constants, {@link org.hydraworkbench.align.hmm.HmmAligner} trains it. Gibbs chains ({@code HmmChain}) draw the links of sentences
 * ({@code SentenceSampler}) by tables ({@code HmmTables}) made of counts ({@code HmmCounts}); the mean counts are the model.
 *
 * <p>It learns from a numbered bitext, from what people said and from earlier models, which it can take in; it goes into model files.
 */
@NullMarked
package org.hydraworkbench.align.hmm;

import org.jspecify.annotations.NullMarked;
