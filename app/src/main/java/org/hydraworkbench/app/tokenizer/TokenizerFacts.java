package org.hydraworkbench.app.tokenizer;

import org.hydraworkbench.tokenizer.PieceStyle;
import org.hydraworkbench.tokenizer.TokenizerStatistics;

/**
 * What there is to know of a tokenizer.
 *
 * @param size pieces in the vocabulary
 * @param style how pieces show where words begin
 * @param own on the corpus in the tokenizer's own language; of no lines when there is none
 * @param target on the corpus in the language to learn
 */
public record TokenizerFacts(int size, PieceStyle style, TokenizerStatistics own, TokenizerStatistics target) {}
