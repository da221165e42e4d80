package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a translation: which source words it covers, and what it costs. Others that nothing later can tell from it are kept with
 * it, for the list of the best.
 */
final class Hypothesis {

    final @Nullable Hypothesis before;
    final @Nullable PhraseOption option;
    final int gap;
    final long mask;
    final int end;
    final int[] context;
    final double language;
    final double score;
    final double total;
    final List<Hypothesis> others = new ArrayList<>(0);

    /**
     * @param before what it goes on from; null for the beginning
     * @param option what it adds to that
     * @param gap the first source word that it does not cover
     * @param mask which words from there on it covers, the lowest bit for the gap
     * @param end one past the source phrase translated last
     * @param context the target words at its end that a language model looks at
     * @param language log P of the target words that the option added
     * @param score Σ weight · feature
     * @param total the score with what the rest is expected to add
     */
    Hypothesis(
            @Nullable Hypothesis before, @Nullable PhraseOption option, int gap, long mask, int end, int[] context, double language,
            double score, double total) {
        this.before = before;
        this.option = option;
        this.gap = gap;
        this.mask = mask;
        this.end = end;
        this.context = context;
        this.language = language;
        this.score = score;
        this.total = total;
    }

    State state() {
        return new State(gap, mask, end, context);
    }

    /** Whether it has translated a source word. */
    boolean isCovered(int word) {
        int at = word - gap;
        return at < 0 || at < Long.SIZE && (mask >>> at & 1) != 0;
    }

    /** What decides how it can go on. */
    record State(int gap, long mask, int end, int[] context) {
        @Override
        public boolean equals(Object other) {
            return other instanceof State s && gap == s.gap && mask == s.mask && end == s.end && Arrays.equals(context, s.context);
        }

        @Override
        public int hashCode() {
            return ((31 * gap + Long.hashCode(mask)) * 31 + end) * 31 + Arrays.hashCode(context);
        }
    }
}
