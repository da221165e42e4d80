package org.hydraworkbench.tokenizer;

import java.util.Arrays;

/**
 * The pairs of neighbouring symbols that may still be merged: their counts, where they stand, and a heap with the most
 * frequent on top; among equals the one with the lesser left, then right symbol. Counts only fall after a pair was made, so the
 * heap keeps the count of each pair's last visit and looks at the true one when the pair comes up.
 */
final class PairTable {

    private final long least;
    private int size;
    private int[] left = new int[1 << 12];
    private int[] right = new int[1 << 12];
    private long[] counts = new long[1 << 12];
    private int[] firsts = new int[1 << 12];
    private int[] lengths = new int[1 << 12];
    /** Where the pairs stand, those of one pair together and ascending. */
    private int[] places = new int[1 << 14];
    private int placesUsed;
    private int[] heap = new int[1 << 12];
    private long[] heapCounts = new long[1 << 12];
    private int heapSize;

    /** @param least pairs seen less often are forgotten */
    PairTable(long least) {
        this.least = least;
    }

    int size() {
        return size;
    }

    int left(int pair) {
        return left[pair];
    }

    int right(int pair) {
        return right[pair];
    }

    /** Index into {@link #place} of the pair's first place. */
    int first(int pair) {
        return firsts[pair];
    }

    /** One past the index of the pair's last place. */
    int last(int pair) {
        return firsts[pair] + lengths[pair];
    }

    int place(int index) {
        return places[index];
    }

    /** Adds a pair with count 0. */
    int add(int leftSymbol, int rightSymbol) {
        if (size == left.length) {
            int grown = size + (size >> 1);
            left = Arrays.copyOf(left, grown);
            right = Arrays.copyOf(right, grown);
            counts = Arrays.copyOf(counts, grown);
            firsts = Arrays.copyOf(firsts, grown);
            lengths = Arrays.copyOf(lengths, grown);
        }
        left[size] = leftSymbol;
        right[size] = rightSymbol;
        counts[size] = 0;
        lengths[size] = 0;
        return size++;
    }

    /** The pair was seen {@code count} times more, at one more place. */
    void seen(int pair, long count) {
        counts[pair] += count;
        lengths[pair]++;
    }

    /** The pair was seen {@code count} times less; its place is forgotten when it is looked at. */
    void gone(int pair, long count) {
        counts[pair] -= count;
    }

    /**
     * Drops the pairs from {@code from} on that are too rare, moves the rest together and makes room for their places.
     *
     * @param renamed receives at {@code i} the new number of pair {@code from + i}, or -1; as long as there are such pairs
     */
    void settle(int from, int[] renamed) {
        int kept = from;
        int count = size - from;
        for (int i = 0; i < count; i++) {
            int pair = from + i;
            if (counts[pair] < least) {
                renamed[i] = -1;
                continue;
            }
            left[kept] = left[pair];
            right[kept] = right[pair];
            counts[kept] = counts[pair];
            reserve(kept, lengths[pair]);
            renamed[i] = kept++;
        }
        size = kept;
    }

    private void reserve(int pair, int length) {
        if ((long) placesUsed + length > Integer.MAX_VALUE - 16) {
            throw new OutOfMemoryError("more than two thousand million places of pairs");
        }
        if (placesUsed + length > places.length) {
            long grown = places.length + (long) (places.length >> 1);
            places = Arrays.copyOf(
                    places, (int) Math.min(Integer.MAX_VALUE - 16, Math.max(placesUsed + length, grown)));
        }
        firsts[pair] = placesUsed;
        lengths[pair] = 0;
        placesUsed += length;
    }

    /** Notes the next place of a settled pair. */
    void addPlace(int pair, int place) {
        places[firsts[pair] + lengths[pair]++] = place;
    }

    /** Puts the pairs from {@code from} on into the heap. */
    void push(int from) {
        if (size > heap.length) {
            int grown = Math.max(size, heap.length + (heap.length >> 1));
            heap = Arrays.copyOf(heap, grown);
            heapCounts = Arrays.copyOf(heapCounts, grown);
        }
        for (int pair = from; pair < size; pair++) {
            int slot = heapSize++;
            while (slot > 0) {
                int parent = slot - 1 >> 1;
                if (!before(counts[pair], pair, heapCounts[parent], heap[parent])) {
                    break;
                }
                heap[slot] = heap[parent];
                heapCounts[slot] = heapCounts[parent];
                slot = parent;
            }
            heap[slot] = pair;
            heapCounts[slot] = counts[pair];
        }
    }

    /** Takes out the most frequent pair; -1 when none is frequent enough. */
    int pop() {
        while (heapSize > 0) {
            int pair = heap[0];
            long count = counts[pair];
            if (count == heapCounts[0]) {
                dropTop();
                return pair;
            }
            if (count >= least) {
                sink(pair, count);
            } else {
                dropTop();
            }
        }
        return -1;
    }

    private void dropTop() {
        heapSize--;
        if (heapSize > 0) {
            sink(heap[heapSize], heapCounts[heapSize]);
        }
    }

    /** Puts a pair in the place of the top and lets it down to where it belongs. */
    private void sink(int pair, long count) {
        int slot = 0;
        for (int child = 1; child < heapSize; child = 2 * slot + 1) {
            if (child + 1 < heapSize
                    && before(heapCounts[child + 1], heap[child + 1], heapCounts[child], heap[child])) {
                child++;
            }
            if (!before(heapCounts[child], heap[child], count, pair)) {
                break;
            }
            heap[slot] = heap[child];
            heapCounts[slot] = heapCounts[child];
            slot = child;
        }
        heap[slot] = pair;
        heapCounts[slot] = count;
    }

    private boolean before(long countA, int a, long countB, int b) {
        if (countA != countB) {
            return countA > countB;
        }
        return left[a] != left[b] ? left[a] < left[b] : right[a] < right[b];
    }
}
