package org.hydraworkbench.decode.phrase;

/**
 * A 4-gram model of word numbers with interpolated Kneser–Ney smoothing (Kneser and Ney 1995; Chen and Goodman 1999) and one discount.
 * The counts are kept, not the probabilities, so that a sentence can be added or taken away at any time; a probability is worked out when
 * it is asked for. N-grams are told apart by a hash of 64 bits.
 */
final class NgramModel {

    static final int ORDER = 4;

    /** Begins and ends every sentence. */
    static final int EDGE = -2;

    private static final double DISCOUNT = 0.75;
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[1 << 12];
    /** How often an n-gram was seen; below the highest order how many words were seen before it, if it does not begin a sentence. */
    private int[] counts = new int[1 << 12];
    /** Σ of the counts of what follows. */
    private int[] totals = new int[1 << 12];
    /** How many different words follow. */
    private int[] types = new int[1 << 12];
    private int size;

    /** Adds a sentence. */
    void add(int[] sentence) {
        change(sentence, 1);
    }

    /** Takes away a sentence that was added. */
    void remove(int[] sentence) {
        change(sentence, -1);
    }

    private void change(int[] sentence, int sign) {
        int[] words = new int[sentence.length + 2];
        words[0] = EDGE;
        System.arraycopy(sentence, 0, words, 1, sentence.length);
        words[words.length - 1] = EDGE;
        for (int end = 2; end <= words.length; end++) {
            change(words, Math.max(0, end - ORDER), end, sign);
        }
    }

    /** Counts an n-gram, and where it is a new one, or the last of its kind is gone, the one without its first word. */
    private void change(int[] words, int from, int end, int sign) {
        int at = slot(hash(words, from, end));
        boolean changesTypes = sign > 0 ? counts[at] == 0 : counts[at] == 1;
        counts[at] += sign;
        int context = slot(hash(words, from, end - 1));
        totals[context] += sign;
        types[context] += changesTypes ? sign : 0;
        if (changesTypes && from + 1 < end) {
            change(words, from + 1, end, sign);
        }
    }

    /**
     * The natural logarithm of the probability of a word after others.
     *
     * @param context the words before it, the last at the end; of more than three the last three matter
     */
    double logProbability(int[] context, int length, int word) {
        return Math.log(probability(context, Math.max(0, length - ORDER + 1), length, word));
    }

    private double probability(int[] context, int from, int length, int word) {
        double probability = 1;
        for (int start = length; start >= from; start--) {
            long hash = hash(context, start, length);
            int known = find(hash);
            if (start == length) {
                probability = 1.0 / (1 + (known < 0 ? 0 : types[known]));
            }
            if (known < 0 || totals[known] == 0) {
                break;
            }
            int seen = find(mix(hash, word));
            double count = seen < 0 ? 0 : counts[seen];
            double total = totals[known];
            probability = Math.max(count - DISCOUNT, 0) / total + DISCOUNT * types[known] / total * probability;
        }
        return probability;
    }

    /** Tells word sequences apart. */
    static long hash(int[] words, int from, int end) {
        long hash = SEED;
        for (int k = from; k < end; k++) {
            hash = mix(hash, words[k]);
        }
        return hash;
    }

    private static long mix(long hash, int word) {
        long mixed = (hash ^ word + 0x7FFF_FFFFL) * 0xFF51AFD7ED558CCDL;
        mixed ^= mixed >>> 29;
        mixed *= 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 32;
    }

    private int find(long hash) {
        int mask = keys.length - 1;
        for (int at = (int) hash & mask; keys[at] != 0; at = at + 1 & mask) {
            if (keys[at] == hash) {
                return at;
            }
        }
        return -1;
    }

    private int slot(long hash) {
        int at = find(hash);
        if (at >= 0) {
            return at;
        }
        if (size >= keys.length / 3 * 2) {
            grow();
        }
        size++;
        int mask = keys.length - 1;
        at = (int) hash & mask;
        while (keys[at] != 0) {
            at = at + 1 & mask;
        }
        keys[at] = hash;
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        int[] oldTotals = totals;
        int[] oldTypes = types;
        int length = oldKeys.length * 2;
        keys = new long[length];
        counts = new int[length];
        totals = new int[length];
        types = new int[length];
        for (int k = 0; k < oldKeys.length; k++) {
            if (oldKeys[k] != 0) {
                int at = (int) oldKeys[k] & length - 1;
                while (keys[at] != 0) {
                    at = at + 1 & length - 1;
                }
                keys[at] = oldKeys[k];
                counts[at] = oldCounts[k];
                totals[at] = oldTotals[k];
                types[at] = oldTypes[k];
            }
        }
    }
}
