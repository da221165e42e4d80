package org.hydraworkbench.tokenizer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Counts of byte strings: an open-addressing table over one array that holds all keys end to end. Adding allocates nothing
 * except when the arrays grow. For one thread.
 */
final class WordCounts {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 16;

    /** Upper half of the hash in the upper 32 bits, entry number plus one in the lower; 0 is free. */
    private long[] table = new long[1 << 14];
    private byte[] keys = new byte[1 << 16];
    /** Where entry i begins; entry i ends where i + 1 begins. */
    private int[] starts = new int[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;

    /** Number of different keys. */
    int size() {
        return size;
    }

    /** All keys; key {@code i} lies from {@link #start} to {@link #end}. */
    byte[] keys() {
        return keys;
    }

    int start(int entry) {
        return starts[entry];
    }

    int end(int entry) {
        return starts[entry + 1];
    }

    long count(int entry) {
        return counts[entry];
    }

    /**
     * Adds to the count of {@code bytes[start, end)}. At least eight bytes follow in the array, whose values do not matter.
     *
     * @throws OutOfMemoryError when the keys need more than 2 GiB
     */
    void add(byte[] bytes, int start, int end, long count) {
        int length = end - start;
        long hash = hash(bytes, start, length);
        int mask = table.length - 1;
        long tag = hash & 0xFFFFFFFF00000000L;
        int slot = (int) hash & mask;
        for (long found = table[slot]; found != 0; found = table[slot]) {
            int entry = (int) found - 1;
            if ((found & 0xFFFFFFFF00000000L) == tag && equal(bytes, start, length, entry)) {
                counts[entry] += count;
                return;
            }
            slot = slot + 1 & mask;
        }
        table[slot] = tag | size + 1;
        append(bytes, start, length, count);
        if (size * 2 > table.length) {
            rehash();
        }
    }

    void addAll(WordCounts other) {
        for (int i = 0; i < other.size; i++) {
            add(other.keys, other.starts[i], other.starts[i + 1], other.counts[i]);
        }
    }

    private static long tail(byte[] bytes, int at, int length) {
        return (long) LONG.get(bytes, at) & (-1L >>> 64 - 8 * length);
    }

    private static long hash(byte[] bytes, int start, int length) {
        long h = length * 0x9E3779B97F4A7C15L;
        int i = start;
        int left = length;
        for (; left > 8; left -= 8, i += 8) {
            h = mix(h ^ (long) LONG.get(bytes, i));
        }
        return mix(h ^ tail(bytes, i, left));
    }

    /** The finaliser of MurmurHash3 (Appleby 2011). */
    private static long mix(long h) {
        long x = (h ^ h >>> 33) * 0xFF51AFD7ED558CCDL;
        x = (x ^ x >>> 33) * 0xC4CEB9FE1A85EC53L;
        return x ^ x >>> 33;
    }

    private boolean equal(byte[] bytes, int start, int length, int entry) {
        int at = starts[entry];
        if (starts[entry + 1] - at != length) {
            return false;
        }
        int i = start;
        int left = length;
        for (; left > 8; left -= 8, i += 8, at += 8) {
            if ((long) LONG.get(bytes, i) != (long) LONG.get(keys, at)) {
                return false;
            }
        }
        return tail(bytes, i, left) == tail(keys, at, left);
    }

    private void append(byte[] bytes, int start, int length, long count) {
        int at = starts[size];
        if (at + (long) length + 8 > keys.length) {
            long wanted = Math.max(at + (long) length + 8, keys.length + (keys.length >> 1));
            if (at + (long) length + 8 > LARGEST_ARRAY) {
                throw new OutOfMemoryError("more than 2 GiB of different words");
            }
            keys = Arrays.copyOf(keys, (int) Math.min(wanted, LARGEST_ARRAY));
        }
        if (size + 2 > starts.length) {
            starts = Arrays.copyOf(starts, starts.length + (starts.length >> 1));
            counts = Arrays.copyOf(counts, starts.length);
        }
        System.arraycopy(bytes, start, keys, at, length);
        counts[size] = count;
        starts[++size] = at + length;
    }

    private void rehash() {
        long[] old = table;
        long[] grown = new long[old.length * 2];
        int mask = grown.length - 1;
        for (long found : old) {
            if (found != 0) {
                int entry = (int) found - 1;
                int slot = (int) hash(keys, starts[entry], starts[entry + 1] - starts[entry]) & mask;
                while (grown[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                grown[slot] = found;
            }
        }
        table = grown;
    }
}
