/**
 * Measures: how near translations are to references (chrF, BLEU), how likely text is to a model (bits per byte and
 * perplexities), each printed with a signature so that a figure can be compared.
 *
 * <p>Data comes as lines of text and as total likelihoods; figures go to the command line, the bench and the window.
 */
@NullMarked
package org.hydraworkbench.eval;

import org.jspecify.annotations.NullMarked;
