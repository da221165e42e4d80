package org.hydraworkbench.document.tags;

import java.util.BitSet;

/**
 * Words that stand beside each other.
 *
 * @param start first word, from 0
 * @param end one past the last
 */
record WordRange(int start, int end) {

    WordRange {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no words: " + start + " to " + end);
        }
    }

    boolean isEmpty() {
        return start == end;
    }

    int size() {
        return end - start;
    }

    /** How many of some words are in it. */
    int count(BitSet words) {
        return words.get(start, end).cardinality();
    }

    /** The smallest range that has all of some words that are in it; one of them at least is. */
    WordRange cover(BitSet words) {
        return new WordRange(words.nextSetBit(start), words.previousSetBit(end - 1) + 1);
    }

    /** A place between two words, moved into the range. */
    int clip(int boundary) {
        return Math.clamp(boundary, start, end);
    }
}
