package org.hydraworkbench.decode.phrase;

import java.util.Arrays;
import org.hydraworkbench.align.tables.IndexedText;

/**
 * Where every phrase of a text stands: an array of the places of its words, sorted by the words that follow there (a suffix array, Manber
 * and Myers 1993), as far as a phrase reaches. Four bytes a word.
 */
final class SuffixArray {

    private final int[] units;
    private final int[] starts;
    private final int longest;
    private final int[] places;

    /** @param longest words that a phrase has at most */
    SuffixArray(IndexedText text, int longest) {
        this.units = text.units();
        this.starts = text.starts();
        this.longest = longest;
        this.places = sorted(text);
    }

    /** Sorted by the first word by counting, then each word's places by what follows. */
    private int[] sorted(IndexedText text) {
        int[] ends = new int[text.vocabulary().size() + 1];
        for (int unit : units) {
            ends[unit + 1]++;
        }
        for (int k = 1; k < ends.length; k++) {
            ends[k] += ends[k - 1];
        }
        int[] sorted = new int[units.length];
        int[] next = ends.clone();
        for (int k = 0; k < units.length; k++) {
            sorted[next[units[k]]++] = k;
        }
        int[] sentenceEnds = new int[units.length];
        for (int s = 0; s + 1 < starts.length; s++) {
            Arrays.fill(sentenceEnds, starts[s], starts[s + 1], starts[s + 1]);
        }
        for (int k = 0; k + 1 < ends.length; k++) {
            sort(sorted, ends[k], ends[k + 1], 1, sentenceEnds);
        }
        return sorted;
    }

    /** Multikey quicksort (Bentley and Sedgewick 1997); equal phrases stay in the order of the text. */
    private void sort(int[] places, int from, int to, int depth, int[] sentenceEnds) {
        while (to - from > 1 && depth < longest) {
            int pivot = word(places[from + to >>> 1], depth, sentenceEnds);
            int less = from;
            int more = to;
            int k = from;
            while (k < more) {
                int word = word(places[k], depth, sentenceEnds);
                if (word < pivot) {
                    swap(places, less++, k++);
                } else if (word > pivot) {
                    swap(places, k, --more);
                } else {
                    k++;
                }
            }
            sort(places, from, less, depth, sentenceEnds);
            sort(places, more, to, depth, sentenceEnds);
            if (pivot < 0) {
                Arrays.sort(places, less, more);
                return;
            }
            from = less;
            to = more;
            depth++;
        }
        if (depth >= longest) {
            Arrays.sort(places, from, to);
        }
    }

    private int word(int place, int depth, int[] sentenceEnds) {
        int at = place + depth;
        return at < sentenceEnds[place] ? units[at] : -1;
    }

    private static void swap(int[] places, int i, int j) {
        int place = places[i];
        places[i] = places[j];
        places[j] = place;
    }

    /** Number of words. */
    int size() {
        return places.length;
    }

    /** A place, by its rank. */
    int place(int rank) {
        return places[rank];
    }

    /** The sentence of a place. */
    int sentence(int place) {
        int at = Arrays.binarySearch(starts, place);
        if (at < 0) {
            return -at - 2;
        }
        while (starts[at + 1] == place) {
            at++; // sentences without words
        }
        return at;
    }

    /** The first rank from {@code from} to {@code to}, whose places agree in the words before {@code depth}, where the next is at least {@code word}. */
    int lowerBound(int from, int to, int depth, int word) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = low + high >>> 1;
            if (wordAt(places[middle], depth) < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int wordAt(int place, int depth) {
        int at = place + depth;
        return at < units.length && sentence(place) == sentence(at) ? units[at] : -1;
    }
}
