package org.hydraworkbench.tokenizer;

/** How a tokenizer's pieces show where words begin. */
public enum PieceStyle {
    /** {@code ▁} stands for the space before a word; bytes without a piece are spelt {@code <0xNN>}. */
    SENTENCEPIECE("▁"),
    /** Every byte is written as a printable character (Radford et al. 2019); a space as {@code Ġ}. */
    BYTE_LEVEL("Ġ"),
    /** Pieces that go on within a word begin with {@code ##}; there is no word-start marker. */
    WORDPIECE(""),
    /** Pieces carry no marker at all. */
    PLAIN("");

    private final String marker;

    PieceStyle(String marker) {
        this.marker = marker;
    }

    /** The word-start marker; empty when the style has none. */
    public String marker() {
        return marker;
    }

    /** What begins a piece that goes on within a word; empty when the style has no such mark. */
    public String continuation() {
        return this == WORDPIECE ? "##" : "";
    }
}
