package org.hydraworkbench.tokenizer;

/**
 * A text as tokens. The three arrays have one entry a token and belong to the caller.
 *
 * <p>Token {@code i} stands for the code points {@code starts[i]} to {@code ends[i]} (exclusive) of the original text, before
 * any normalisation. The space that a word-start marker stands for is left out of the span, unless the token is nothing but
 * space. Tokens that spell one character byte by byte share its span; a marker that no character of the text stands behind
 * has an empty span. Starts never decrease.
 *
 * @param ids token ids
 * @param starts first code point of each token
 * @param ends one past the last code point of each token
 */
public record Encoding(int[] ids, int[] starts, int[] ends) {

    /** Number of tokens. */
    public int size() {
        return ids.length;
    }
}
