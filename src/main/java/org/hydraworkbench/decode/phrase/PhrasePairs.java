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

    /** The confidence of a link that a person drew. */
    private static final float SURE = 1;

    /** SuffixArray of a phrase that are looked at; of more than these, so many at equal distances. */
    private static final int SAMPLE = 300;

    private final IndexedBitext bitext;
    private final Links links;
    private final int first;
    private final double weight;
    private final boolean confirmed;
    private final SuffixArray array;
    private final BitSet hidden = new BitSet();

    /**
     * @param links of every pair
     * @param first the number of the first pair
     * @param weight for how many pairs each of these counts
     * @param confirmed whether a person added them
     */
    PhrasePairs(IndexedBitext bitext, Links links, int first, double weight, boolean confirmed) {
        this.bitext = bitext;
        this.links = links;
        this.first = first;
        this.weight = weight;
        this.confirmed = confirmed;
        this.array = new SuffixArray(bitext.source(), LONGEST_SOURCE);
    }

    /** Takes a pair in again that was taken out; false where it was in. */
    boolean show(int pair) {
        boolean gone = hidden.get(pair - first);
        hidden.clear(pair - first);
        return gone;
    }

    /** What the places of one phrase tell. */
    static final class Found {
        final Long2ObjectOpenHashMap<Target> targets = new Long2ObjectOpenHashMap<>();
        double all;
    }

    /** A target phrase, how often it was found, and a pair where it was, one that a person confirmed before others. */
    static final class Target {
        final int[] words;
        int pair;
        double count;
        double confirmed;

        Target(int[] words, int pair) {
            this.words = words;
            this.pair = pair;
        }
    }

    /** Takes a pair out, by its number; false where it was out already. */
    boolean hide(int pair) {
        boolean there = !hidden.get(pair - first);
        hidden.set(pair - first);
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

    /**
     * Takes the target phrases that agree with the links at a place, with and without unlinked words at their borders. Where a person's links
     * and others bind the phrase to more, the person's alone count.
     */
    private void extract(int place, int length, double count, Found found) {
        int pair = array.sentence(place);
        if (hidden.get(pair)) {
            return;
        }
        int from = place - bitext.source().starts()[pair];
        int targets = bitext.target().length(pair);
        Reach reach = reach(pair, from, length, targets, LEAST_CONFIDENCE);
        if (confirmed && !reach.isPhrase()) {
            reach = reach(pair, from, length, targets, SURE);
        }
        if (!reach.isPhrase()) {
            return;
        }
        int start = bitext.target().starts()[pair];
        for (int low = reach.first; low >= 0 && (low == reach.first || !reach.isLinked(low)); low--) {
            for (int high = reach.last;
                    high < targets && high - low < LONGEST_TARGET && (high == reach.last || !reach.isLinked(high));
                    high++) {
                take(start + low, start + high + 1, pair, count, confirmed ? reach.sureness : 0, found);
            }
        }
    }

    private Reach reach(int pair, int from, int length, int targets, float leastConfidence) {
        Reach reach = new Reach(from, from + length, targets, leastConfidence);
        links.forEach(pair, reach);
        return reach;
    }

    private void take(int from, int to, int pair, double count, double said, Found found) {
        int[] units = bitext.target().units();
        long hash = NgramModel.hash(units, from, to);
        Target target = found.targets.get(hash);
        if (target == null) {
            target = new Target(Arrays.copyOfRange(units, from, to), first + pair);
            found.targets.put(hash, target);
        }
        if (confirmed) {
            target.pair = first + pair;
        }
        target.count += count;
        target.confirmed += said * count;
        found.all += count;
    }

    /** The target words that the links of some source words reach, and those that other links reach. */
    private static final class Reach implements Links.LinkAction {
        private final int from;
        private final int to;
        private final float leastConfidence;
        private final long[] inside;
        private final long[] outside;
        private int first = Integer.MAX_VALUE;
        private int last = -1;
        /** Of the least sure link inside. */
        private float sureness = 1;

        Reach(int from, int to, int targets, float leastConfidence) {
            this.from = from;
            this.to = to;
            this.leastConfidence = leastConfidence;
            this.inside = new long[(targets >> 6) + 1];
            this.outside = new long[(targets >> 6) + 1];
        }

        @Override
        public void accept(int source, int target, float confidence) {
            if (confidence < leastConfidence) {
                return;
            }
            if (source >= from && source < to) {
                inside[target >> 6] |= 1L << target;
                first = Math.min(first, target);
                last = Math.max(last, target);
                sureness = Math.min(sureness, confidence);
            } else {
                outside[target >> 6] |= 1L << target;
            }
        }

        boolean isPhrase() {
            return last >= 0 && last - first < LONGEST_TARGET && !isTorn();
        }

        boolean isLinked(int target) {
            return ((inside[target >> 6] | outside[target >> 6]) >>> target & 1) != 0;
        }

        /** Whether a word between the first and the last reached belongs to another source word too. */
        private boolean isTorn() {
            for (int target = first; target <= last; target++) {
                if ((outside[target >> 6] >>> target & 1) != 0) {
                    return true;
                }
            }
            return false;
        }
    }
}
