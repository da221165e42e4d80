package org.hydraworkbench.tokenizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import java.util.Arrays;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.Progress;

/**
 * Byte-pair encoding (Gage 1994; Sennrich et al. 2016): again and again the most frequent pair of neighbouring symbols becomes
 * a new symbol, until there are enough.
 *
 * <p>All words lie end to end in one array of cells, one for each symbol of the alphabet, with an empty cell between words. A
 * merged symbol keeps its cells; its number stands in the first and the last of them, so both neighbours are found without
 * links. Every first cell knows the pair that begins there, so a count is changed without looking anything up. A pair with a
 * symbol of the newest merge can only come about in that merge, so the places of a pair are complete once it is made.
 */
final class BpeMerger {

    private static final int NONE = -1;

    private final Alphabet alphabet;
    private final PairTable pairs;
    /** Symbol of each cell; -1 between words and for characters outside the alphabet. */
    private final int[] symbols;
    /** The pair that begins at each cell, or -1. */
    private final int[] pairAt;
    private final int[] wordAt;
    private final long[] wordCounts;
    private final IntArrayList leftParts = new IntArrayList();
    private final IntArrayList rightParts = new IntArrayList();
    private int[] widths;
    private long tokens;

    // Scratch of one merge: the pair that a symbol forms before and after the new one, and all new places.
    private int[] pairBefore = new int[0];
    private int[] pairAfter = new int[0];
    private int[] renamed = new int[1 << 10];
    private int[] newPairs = new int[1 << 10];
    private int[] newPlaces = new int[1 << 10];
    private int newCount;

    /** @param least pairs seen less often are never merged */
    BpeMerger(WordCounts words, Alphabet alphabet, long least) {
        this.alphabet = alphabet;
        this.pairs = new PairTable(least);
        byte[] keys = words.keys();
        long cells = 1;
        for (int w = 0; w < words.size(); w++) {
            for (int i = words.start(w); i < words.end(w); i += alphabet.length(keys, i)) {
                cells++;
            }
            cells++;
        }
        if (cells > Integer.MAX_VALUE - 16) {
            throw new OutOfMemoryError("more than two thousand million characters in different words");
        }
        symbols = new int[(int) cells];
        pairAt = new int[(int) cells];
        wordAt = new int[(int) cells];
        wordCounts = new long[words.size()];
        widths = new int[alphabet.size()];
        Arrays.fill(widths, 1);
        layOut(words);
        countPairs();
    }

    private void layOut(WordCounts words) {
        byte[] keys = words.keys();
        int cell = 0;
        symbols[cell++] = NONE;
        for (int w = 0; w < wordCounts.length; w++) {
            long count = words.count(w);
            wordCounts[w] = count;
            for (int i = words.start(w); i < words.end(w); i += alphabet.length(keys, i)) {
                wordAt[cell] = w;
                symbols[cell++] = alphabet.symbol(keys, i);
                tokens += count;
            }
            symbols[cell++] = NONE;
        }
    }

    private void countPairs() {
        Long2IntOpenHashMap numbers = new Long2IntOpenHashMap(1 << 12);
        numbers.defaultReturnValue(NONE);
        Arrays.fill(pairAt, NONE);
        for (int cell = 1; cell < symbols.length - 1; cell++) {
            int left = symbols[cell];
            int right = symbols[cell + 1];
            if (left < 0 || right < 0) {
                continue;
            }
            long key = (long) left << 32 | right;
            int pair = numbers.get(key);
            if (pair < 0) {
                pair = pairs.add(left, right);
                numbers.put(key, pair);
            }
            pairs.seen(pair, wordCounts[wordAt[cell]]);
            pairAt[cell] = pair;
        }
        int[] names = new int[pairs.size()];
        pairs.settle(0, names);
        for (int cell = 0; cell < pairAt.length; cell++) {
            if (pairAt[cell] >= 0) {
                pairAt[cell] = names[pairAt[cell]];
                if (pairAt[cell] >= 0) {
                    pairs.addPlace(pairAt[cell], cell);
                }
            }
        }
        pairs.push(0);
    }

    /** Merges until there are {@code wanted} merges or no pair is frequent enough. */
    void run(int wanted, Progress progress) throws CancelledException {
        widths = Arrays.copyOf(widths, alphabet.size() + wanted);
        pairBefore = new int[widths.length];
        pairAfter = new int[widths.length];
        Arrays.fill(pairBefore, NONE);
        Arrays.fill(pairAfter, NONE);
        while (leftParts.size() < wanted) {
            if ((leftParts.size() & 0xFF) == 0) {
                progress.checkCancelled();
                progress.update(leftParts.size(), wanted);
            }
            int pair = pairs.pop();
            if (pair < 0) {
                return;
            }
            merge(pair);
        }
    }

    /** Number of merges made. */
    int merges() {
        return leftParts.size();
    }

    /** Left symbol of a merge; merge {@code m} made symbol {@code alphabet.size() + m}. */
    int leftPart(int merge) {
        return leftParts.getInt(merge);
    }

    int rightPart(int merge) {
        return rightParts.getInt(merge);
    }

    /** Number of tokens that the text has now; characters outside the alphabet count as one. */
    long tokens() {
        return tokens;
    }

    private void merge(int pair) {
        int made = alphabet.size() + leftParts.size();
        int left = pairs.left(pair);
        int right = pairs.right(pair);
        leftParts.add(left);
        rightParts.add(right);
        int leftWidth = widths[left];
        widths[made] = leftWidth + widths[right];
        int firstNew = pairs.size();
        newCount = 0;
        for (int i = pairs.first(pair), last = pairs.last(pair); i < last; i++) {
            int cell = pairs.place(i);
            if (pairAt[cell] == pair) {
                join(cell, cell + leftWidth, made);
            }
        }
        settleNew(firstNew);
        pairs.push(firstNew);
    }

    private void join(int cell, int rightCell, int made) {
        long count = wordCounts[wordAt[cell]];
        int end = cell + widths[made];
        int before = symbols[cell - 1];
        int after = symbols[end];
        tokens -= count;
        drop(rightCell, count);
        symbols[cell] = made;
        symbols[end - 1] = made;
        pairAt[cell] = NONE;
        if (before >= 0) {
            int place = cell - widths[before];
            drop(place, count);
            int pair = pairBefore[before];
            if (pair < 0) {
                pair = pairs.add(before, made);
                pairBefore[before] = pair;
            }
            note(pair, place, count);
        }
        if (after >= 0) {
            int pair = pairAfter[after];
            if (pair < 0) {
                pair = pairs.add(made, after);
                pairAfter[after] = pair;
            }
            note(pair, cell, count);
        }
    }

    private void drop(int place, long count) {
        if (pairAt[place] >= 0) {
            pairs.gone(pairAt[place], count);
            pairAt[place] = NONE;
        }
    }

    private void note(int pair, int place, long count) {
        pairs.seen(pair, count);
        pairAt[place] = pair;
        if (newCount == newPlaces.length) {
            newPlaces = Arrays.copyOf(newPlaces, newCount * 2);
            newPairs = Arrays.copyOf(newPairs, newCount * 2);
        }
        newPairs[newCount] = pair;
        newPlaces[newCount++] = place;
    }

    /** Forgets rare new pairs and gives the others their places; the last note of a place is the one that holds. */
    private void settleNew(int firstNew) {
        int count = pairs.size() - firstNew;
        if (renamed.length < count) {
            renamed = new int[count * 2];
        }
        for (int pair = firstNew; pair < firstNew + count; pair++) {
            pairBefore[pairs.left(pair)] = NONE;
            pairAfter[pairs.right(pair)] = NONE;
        }
        pairs.settle(firstNew, renamed);
        for (int i = 0; i < newCount; i++) {
            int place = newPlaces[i];
            if (pairAt[place] == newPairs[i]) {
                int name = renamed[newPairs[i] - firstNew];
                pairAt[place] = name;
                if (name >= 0) {
                    pairs.addPlace(name, place);
                }
            }
        }
    }
}
