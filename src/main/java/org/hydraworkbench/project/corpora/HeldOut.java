package org.hydraworkbench.project.corpora;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.SentencePair;

/**
 * Which pairs of a bitext are held out for test and development: some source sentences with all their pairs, so that none of them
 * is trained on. They are those whose hashes are lowest, a draw that the same text gives again; sentences that occur once come
 * first, as a held-out sentence should not be one that texts are full of.
 */
final class HeldOut {

    private final long[] test; // hashes of source sentences, ascending
    private final long[] development;

    private HeldOut(long[] test, long[] development) {
        this.test = test;
        this.development = development;
    }

    /** Holds nothing out. */
    static HeldOut none() {
        return new HeldOut(new long[0], new long[0]);
    }

    /**
     * Reads a bitext to its end and draws from it.
     *
     * @param each source sentences for test, and as many for development
     * @param name what to call the bitext in the sentence of an error
     * @throws InputException when more than half of the sentences would be held out
     */
    static HeldOut draw(BitextReader reader, int each, String name, Progress progress) throws HydraException {
        LongArrayList hashes = new LongArrayList();
        for (SentencePair pair = reader.next(); pair != null; pair = reader.next()) {
            if (hashes.size() % 4096 == 0) {
                progress.checkCancelled();
            }
            hashes.add(hash(pair.source()));
        }
        LongArrayList order = order(hashes);
        if (each > most(order.size())) {
            throw new InputException("“%s” has %,d different source sentences; at most %,d can be held out for test and as many for development."
                    .formatted(name, order.size(), most(order.size())));
        }
        return new HeldOut(part(order, 0, each), part(order, each, 2 * each));
    }

    /** The different ones of the hashes of source sentences, as they are drawn. */
    static LongArrayList order(LongArrayList hashes) {
        long[] sorted = hashes.toLongArray();
        Arrays.parallelSort(sorted);
        LongArrayList once = new LongArrayList();
        LongArrayList repeated = new LongArrayList();
        for (int from = 0, to; from < sorted.length; from = to) {
            to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            (to == from + 1 ? once : repeated).add(sorted[from]);
        }
        once.addAll(repeated);
        return once;
    }

    /** How many of different sentences can be held out for test, and as many for development: half of them stay. */
    static int most(int sentences) {
        return sentences / 4;
    }

    private static long[] part(LongArrayList hashes, int from, int to) {
        long[] part = hashes.subList(from, to).toLongArray();
        Arrays.sort(part);
        return part;
    }

    /** What a pair is for, by its source sentence; {@code otherwise} where it is not held out. */
    CorpusRole role(String source, CorpusRole otherwise) {
        if (test.length == 0) {
            return otherwise;
        }
        long hash = hash(source);
        return Arrays.binarySearch(test, hash) >= 0
                ? CorpusRole.TEST
                : Arrays.binarySearch(development, hash) >= 0 ? CorpusRole.DEVELOPMENT : otherwise;
    }

    /** The first 64 bits of the SHA-256; spaces around do not make another sentence. */
    static long hash(String source) {
        byte[] digest = Hashes.sha256().digest(source.strip().getBytes(StandardCharsets.UTF_8));
        long hash = 0;
        for (int k = 0; k < Long.BYTES; k++) {
            hash = hash << Byte.SIZE | digest[k] & 0xFF;
        }
        return hash;
    }
}
