package org.hydraworkbench.tokenizer;

/** What a sentence is cut into before it is aligned. */
public enum Unit {
    /** What stands between spaces: text that was tokenised before. */
    GIVEN(2),
    /** Words and punctuation marks by the Unicode rules. */
    WORD(2),
    /** The tokenizer's tokens. */
    TOKEN(3),
    /** The tokenizer's tokens with those of one word glued together (Remy et al. 2024), and a lone word-start marker with its word. */
    UNIT(3);

    private final int version;

    Unit(int version) {
        this.version = version;
    }

    /**
     * The version of the rules for units of this kind: goes up whenever they change such that some sentence is cut otherwise. Since 3 special
     * tokens that a text spells are cut as text, and a lone word-start marker is no unit of its own.
     */
    public int version() {
        return version;
    }
}
