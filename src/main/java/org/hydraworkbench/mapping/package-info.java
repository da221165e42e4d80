/**
 * From links between words to what each token of the new vocabulary means in the old one: P(source token | target token), the
 * weights of trans-tokenization (Remy et al. 2024, arXiv 2408.04303).
 *
 * <p>Links come from {@code align} and from people's edits, tokens from {@code tokenizer}; rows go to {@code transfer}, which
 * averages embeddings with them, and to the window, which shows where every row came from. One edit changes only the rows it
 * touches.
 */
@NullMarked
package org.hydraworkbench.mapping;

import org.jspecify.annotations.NullMarked;
