package org.hydraworkbench.decode.phrase;

import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Arrays;
import java.util.BitSet;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.tables.IndexedBitext;

/** Pairs with their links, in which the translations of a phrase are looked up. Pairs can be hidden. */
final class PhrasePairs {

    static final int LONGEST_SOURCE = 6;
    static final int LONGEST_TARGET = 8;

    /** The confidence of a link that binds two words into one phrase. */
    private static final float LEAST_CONFIDENCE = 0.2f;

    /** SuffixArray of a phrase that are looked at; of more than these, so many at equal distances. */
    private static final int SAMPLE = 300;

    private final IndexedBitext bitext;
    private final Links links;
    private final double weight;
    private final boolean confirmed;
    private final SuffixArray array;
    private final BitSet hidden = new BitSet();

    /**
     * @param links of every pair
     * @param weight for how many pairs each of these counts
     * @param confirmed whether a person added them
     */
    PhrasePairs(IndexedBitext bitext, Links links, double weight, boolean confirmed) {
        this.bitext = bitext;
        this.links = links;
        this.weight = weight;
        this.confirmed = confirmed;
        this.array = new SuffixArray(bitext.source(), LONGEST_SOURCE);
    }

    /** What the places of one phrase tell. */
    static final class Found {
        final Long2ObjectOpenHashMap<Target> targets = new Long2ObjectOpenHashMap<>();
        double all;
    }

    /** A target phrase, how often it was found, and a pair where it was. */
    static final class Target {
        final int[] words;
        final int pair;
        double count;
        double confirmed;

        Target(int[] words, int pair) {
            this.words = words;
            this.pair = pair;
        }
    }

    /** Takes a pair out; false where it was out already. */
    boolean hide(int pair) {
        boolean there = !hidden.get(pair);
        hidden.set(pair);
        return there;
    }

    /** The places of a phrase, which is looked up word by word. */
    final class Cursor {
        private int low = 0;
        private int high = array.size();
        private int depth;

        /** Adds a word; false where the phrase stands nowhere. */
        boolean next(int word) {
            low = array.lowerBound(low, high, depth, word);
            high = array.lowerBound(low, high, depth, word + 1);
            depth++;
            return low < high;
        }

        /** Adds the translations of the phrase. */
        void collect(Found found) {
            int places = high - low;
            int looked = Math.min(places, SAMPLE);
            for (int k = 0; k < looked; k++) {
                extract(array.place(low + (int) ((long) k * places / looked)), depth, weight * places / looked, found);
            }
        }
    }

    /** Takes the target phrases that agree with the links at a place, with and without unlinked words at their borders. */
    private void extract(int place, int length, double count, Found found) {
        int pair = array.sentence(place);
        if (hidden.get(pair)) {
            return;
        }
        int from = place - bitext.source().starts()[pair];
        int targets = bitext.target().length(pair);
        Reach reach = new Reach(from, from + length, targets);
        links.forEach(pair, reach);
        if (reach.last < 0 || reach.last - reach.first >= LONGEST_TARGET || reach.isTorn()) {
            return;
        }
        int start = bitext.target().starts()[pair];
        for (int low = reach.first; low >= 0 && (low == reach.first || !reach.isLinked(low)); low--) {
            for (int high = reach.last;
                    high < targets && high - low < LONGEST_TARGET && (high == reach.last || !reach.isLinked(high));
                    high++) {
                take(start + low, start + high + 1, pair, count, found);
            }
        }
    }

    private void take(int from, int to, int pair, double count, Found found) {
        int[] units = bitext.target().units();
        long hash = NgramModel.hash(units, from, to);
        Target target = found.targets.get(hash);
        if (target == null) {
            target = new Target(Arrays.copyOfRange(units, from, to), pair);
            found.targets.put(hash, target);
        }
        target.count += count;
        target.confirmed += confirmed ? count : 0;
        found.all += count;
    }

    /** The target words that the links of some source words reach, and those that other links reach. */
    private static final class Reach implements Links.LinkAction {
        private final int from;
        private final int to;
        private final long[] inside;
        private final long[] outside;
        private int first = Integer.MAX_VALUE;
        private int last = -1;

        Reach(int from, int to, int targets) {
            this.from = from;
            this.to = to;
            this.inside = new long[(targets >> 6) + 1];
            this.outside = new long[(targets >> 6) + 1];
        }

        @Override
        public void accept(int source, int target, float confidence) {
            if (confidence < LEAST_CONFIDENCE) {
                return;
            }
            if (source >= from && source < to) {
                inside[target >> 6] |= 1L << target;
                first = Math.min(first, target);
                last = Math.max(last, target);
            } else {
                outside[target >> 6] |= 1L << target;
            }
        }

        boolean isLinked(int target) {
            return ((inside[target >> 6] | outside[target >> 6]) >>> target & 1) != 0;
        }

        /** Whether a word between the first and the last reached belongs to another source word too. */
        boolean isTorn() {
            for (int target = first; target <= last; target++) {
                if ((outside[target >> 6] >>> target & 1) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
