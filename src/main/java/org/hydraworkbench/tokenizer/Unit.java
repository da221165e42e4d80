package org.hydraworkbench.tokenizer;

/** What a sentence is cut into before it is aligned. */
public enum Unit {
    /** What stands between spaces: text that was tokenised before. */
    GIVEN,
    /** Words and punctuation marks by the Unicode rules. */
    WORD,
    /** The tokenizer's tokens. */
    TOKEN,
    /** The tokenizer's tokens with those of one word glued together (Remy et al. 2024). */
    UNIT
}
