package org.hydraworkbench.tokenizer;

import org.hydraworkbench.text.Span;

/**
 * One unit of a segmented sentence.
 *
 * @param form what makes two segments the same: the joined pieces with their markers for tokens and units, the text otherwise
 * @param start first code point in the original text
 * @param end one past the last code point
 * @param firstToken index of the first token of the encoding that the segment shares characters with; -1 without any
 * @param tokenCount number of such tokens
 */
public record Segment(String form, int start, int end, int firstToken, int tokenCount) {

    public Span span() {
        return new Span(start, end);
    }
}
