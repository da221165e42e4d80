package org.hydraworkbench.align.hmm;

import java.io.IOException;
import java.util.Arrays;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * What a trained {@link HmmModel} is made of: counts summed over sampled states. Arrays of two are by direction; see {@link HmmCounts}. Not
 * to be changed.
 *
 * @param source folded forms of source units
 * @param target folded forms of target units
 * @param states how many states the counts are sums of
 * @param cognates whether spelling counts
 * @param frequencies how often each source and each target type occurs
 * @param given links of each type of the given side
 * @param givenPriors pseudo-counts of each type of the given side
 * @param none links of each type of the generated side to NULL
 * @param noneTotal the sum of these
 * @param jumps jumps of each width
 * @param fertilities types of the given side by number of links
 * @param pairs links of pairs of types
 * @param stems the levels of back-off
 */
record HmmStatistics(
        Vocabulary source,
        Vocabulary target,
        int states,
        boolean cognates,
        int[][] frequencies,
        int[][] given,
        float[][] givenPriors,
        int[][] none,
        int[] noneTotal,
        int[][] jumps,
        int[][] fertilities,
        SparsePairs pairs,
        HmmStems[] stems) {

    /** Those of a training, with pairs that never had a link left out. */
    static HmmStatistics of(LexicalPrior prior, HmmCounts sums, int states, CellCounts cells, boolean cognates) {
        TypePairs types = prior.pairs();
        IndexedText source = types.bitext().source();
        IndexedText target = types.bitext().target();
        int[][] frequencies = {source.frequencies(), target.frequencies()};
        HmmStems[] stems = new HmmStems[prior.stems().length];
        for (int l = 0; l < stems.length; l++) {
            StemLevel level = prior.stems()[l];
            SparsePairs pairs = SparsePairs.of(
                    level.rowStarts(), level.columns(), sums.groupPairs[l], cells.groups(l), new float[level.size()]);
            int length = HmmModel.STEM_LENGTHS[l];
            stems[l] = new HmmStems(
                    length,
                    HmmStems.Side.of(source.vocabulary(), frequencies[0], length, sums.groupGiven[l][0]),
                    HmmStems.Side.of(target.vocabulary(), frequencies[1], length, sums.groupGiven[l][1]),
                    pairs);
        }
        return new HmmStatistics(
                source.vocabulary(),
                target.vocabulary(),
                states,
                cognates,
                frequencies,
                sums.given,
                givenSums(prior),
                sums.none,
                sums.noneTotal,
                sums.jumps,
                sums.fertilities,
                SparsePairs.of(types.rowStarts(), types.columns(), sums.pairs, cells.pairs(), prior.own()),
                stems);
    }

    private static float[][] givenSums(LexicalPrior prior) {
        TypePairs types = prior.pairs();
        return new float[][] {types.rowSums(prior.own()), types.columnSums(prior.own())};
    }

    void write(BinaryOutput out) throws IOException {
        out.putInt(states);
        out.putInt(cognates ? 1 : 0);
        for (int d = 0; d < 2; d++) {
            out.putInts(frequencies[d]);
            out.putInts(given[d]);
            out.putFloats(givenPriors[d]);
            out.putInts(none[d]);
            out.putInts(jumps[d]);
            out.putInts(fertilities[d]);
        }
        pairs.write(out);
        out.putInt(stems.length);
        for (HmmStems level : stems) {
            level.write(out);
        }
    }

    /** Reads what {@link #write} wrote. */
    static HmmStatistics read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException {
        int states = in.getInt();
        boolean cognates = in.getInt() != 0;
        int[][] frequencies = new int[2][];
        int[][] given = new int[2][];
        float[][] givenPriors = new float[2][];
        int[][] none = new int[2][];
        int[] noneTotal = new int[2];
        int[][] jumps = new int[2][];
        int[][] fertilities = new int[2][];
        boolean whole = states > 0;
        for (int d = 0; d < 2; d++) {
            int own = d == 0 ? source.size() : target.size();
            int other = d == 0 ? target.size() : source.size();
            frequencies[d] = in.getInts();
            given[d] = in.getInts();
            givenPriors[d] = in.getFloats();
            none[d] = in.getInts();
            jumps[d] = in.getInts();
            fertilities[d] = in.getInts();
            long links = Arrays.stream(none[d]).asLongStream().sum();
            noneTotal[d] = (int) links;
            whole &= frequencies[d].length == own
                    && given[d].length == own
                    && givenPriors[d].length == own
                    && none[d].length == other
                    && jumps[d].length == 2 * HmmCounts.WIDEST_JUMP + 1
                    && fertilities[d].length == own * HmmCounts.FERTILITIES
                    && links <= Integer.MAX_VALUE
                    && areAtLeast(1, frequencies[d])
                    && areAtLeast(0, given[d])
                    && arePseudoCounts(givenPriors[d])
                    && areAtLeast(0, none[d])
                    && areAtLeast(0, jumps[d])
                    && areAtLeast(0, fertilities[d]);
        }
        if (!whole) {
            throw in.damaged("holds counts that do not fit its vocabularies");
        }
        SparsePairs pairs = SparsePairs.read(in, source.size(), target.size());
        int levels = in.getInt();
        if (levels != 0 && levels != HmmModel.STEM_LENGTHS.length) {
            throw in.damaged("holds stems of other lengths");
        }
        HmmStems[] stems = new HmmStems[levels];
        for (int l = 0; l < levels; l++) {
            stems[l] = HmmStems.read(in, HmmModel.STEM_LENGTHS[l], source, target, frequencies[0], frequencies[1]);
        }
        return new HmmStatistics(
                source, target, states, cognates, frequencies, given, givenPriors, none, noneTotal, jumps, fertilities, pairs, stems);
    }

    /** Whether none of the numbers read from a file is smaller than it may be. */
    static boolean areAtLeast(int least, int[] values) {
        return Arrays.stream(values).allMatch(value -> value >= least);
    }

    /** Whether numbers read from a file can be pseudo-counts, which are no larger than counts can be. */
    static boolean arePseudoCounts(float[] values) {
        boolean possible = true;
        for (float value : values) {
            possible &= value >= 0 && value <= Integer.MAX_VALUE;
        }
        return possible;
    }
}
