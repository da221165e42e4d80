/**
 * Measures: how near translations are to references (chrF, BLEU), how likely text is to a model (bits per byte and
 * perplexities), how near links are to those drawn by people; and, by the bootstrap, how much of a figure is chance.
 *
 * <p>Data comes as lines of text, as total likelihoods and as links; figures go to the command line, the bench and the window.
 */
@NullMarked
package org.hydraworkbench.eval;

import org.jspecify.annotations.NullMarked;
