package org.hydraworkbench.align.hmm;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.IOException;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * What a trained model knows of stems of one length.
 *
 * @param length letters of a stem
 * @param source the source side
 * @param target the target side
 * @param pairs counts of pairs of stems
 */
record HmmStems(int length, Side source, Side target, SparsePairs pairs) {

    /**
     * One side.
     *
     * @param ids number of each stem
     * @param ofTypes the number of each type's stem
     * @param frequencies how often each stem occurs
     * @param links how many links each stem has where its side is given
     */
    record Side(Object2IntOpenHashMap<String> ids, int[] ofTypes, int[] frequencies, int[] links) {

        /** The stems of a vocabulary, numbered as {@link StemLevel} does, in the order of their first appearance. */
        static Side of(Vocabulary vocabulary, int[] typeFrequencies, int length, int[] links) {
            Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
            ids.defaultReturnValue(SparsePairs.ABSENT);
            int[] ofTypes = new int[vocabulary.size()];
            IntArrayList frequencies = new IntArrayList();
            for (int type = 0; type < vocabulary.size(); type++) {
                int id = ids.putIfAbsent(StemLevel.stem(vocabulary.form(type), length), frequencies.size());
                ofTypes[type] = id < 0 ? frequencies.size() : id;
                if (id < 0) {
                    frequencies.add(typeFrequencies[type]);
                } else {
                    frequencies.set(id, frequencies.getInt(id) + typeFrequencies[type]);
                }
            }
            return new Side(ids, ofTypes, frequencies.toIntArray(), links);
        }

        private boolean isWhole() {
            return links.length == frequencies.length
                    && HmmStatistics.areAtLeast(0, links)
                    && HmmStatistics.areAtLeast(1, frequencies);
        }
    }

    void write(BinaryOutput out) throws IOException {
        out.putInt(length);
        out.putInts(source.links);
        out.putInts(target.links);
        pairs.write(out);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @param length the letters that stems of this level have
     */
    static HmmStems read(
            BinaryInput in, int length, Vocabulary source, Vocabulary target, int[] sourceFrequencies, int[] targetFrequencies)
            throws IOException, HydraException {
        if (in.getInt() != length) {
            throw in.damaged("holds stems of another length");
        }
        Side sources = Side.of(source, sourceFrequencies, length, in.getInts());
        Side targets = Side.of(target, targetFrequencies, length, in.getInts());
        if (!sources.isWhole() || !targets.isWhole()) {
            throw in.damaged("holds stems that do not fit its vocabularies");
        }
        return new HmmStems(length, sources, targets, SparsePairs.read(in, sources.links.length, targets.links.length));
    }
}
