package org.hydraworkbench.align.hmm;

import java.util.Arrays;
import org.hydraworkbench.align.tables.Vocabulary;

/**
 * Adds up what two models know of the same languages, so that a bitext can be learnt part by part, and what an earlier model knew stays in
 * a later one. Counts are brought to the same number of states first. Pairs that have less than half a link in a state, both directions
 * taken together, and no pseudo-count are left out: they are chance, and there are many of them.
 */
final class HmmMerge {

    /** Counts stay below this: jumps are shrunk, of which only the proportions matter, links are counted in fewer states. */
    private static final int MOST = (1 << 30) - 1;

    private final HmmStatistics first;
    private final HmmStatistics second;
    private final int states;
    private final double scaleOfFirst;
    private final double scaleOfSecond;
    private final Vocabulary[] forms = {new Vocabulary(), new Vocabulary()};
    private final int[][] places;

    private HmmMerge(HmmStatistics first, double firstWeight, HmmStatistics second) {
        this.first = first;
        this.second = second;
        this.states = states(first, firstWeight, second);
        this.scaleOfFirst = firstWeight * states / first.states();
        this.scaleOfSecond = (double) states / second.states();
        first.source().forms().forEach(forms[0]::add);
        first.target().forms().forEach(forms[1]::add);
        this.places = new int[][] {
            second.source().forms().stream().mapToInt(forms[0]::add).toArray(),
            second.target().forms().stream().mapToInt(forms[1]::add).toArray()
        };
    }

    /**
     * What both know. Of different pseudo-counts for a pair of words the larger one is kept. Both have the same levels of stems.
     *
     * @param firstWeight what the first one's links are multiplied with
     */
    static HmmStatistics of(HmmStatistics first, double firstWeight, HmmStatistics second) {
        return new HmmMerge(first, firstWeight, second).merge();
    }

    /** The number of states of the one that has more, if as many links can be counted. */
    private static int states(HmmStatistics first, double firstWeight, HmmStatistics second) {
        double linksAState = firstWeight * mostLinks(first) / first.states() + mostLinks(second) / second.states();
        int most = Math.max(first.states(), second.states());
        return (int) Math.clamp(MOST / Math.max(1, linksAState), 1, most);
    }

    /** Links of the direction that has more. */
    private static double mostLinks(HmmStatistics model) {
        double most = 0;
        for (int d = 0; d < 2; d++) {
            most = Math.max(most, Arrays.stream(model.given()[d]).asLongStream().sum() + (double) model.noneTotal()[d]);
        }
        return most;
    }

    private HmmStatistics merge() {
        int[][] frequencies = new int[2][];
        int[][] given = new int[2][];
        int[][] none = new int[2][];
        int[] noneTotal = new int[2];
        int[][] jumps = new int[2][];
        int[][] fertilities = new int[2][];
        for (int d = 0; d < 2; d++) {
            frequencies[d] = sum(first.frequencies()[d], 1, second.frequencies()[d], 1, places[d], 1, forms[d].size());
            given[d] = links(first.given()[d], second.given()[d], places[d], 1, forms[d].size());
            none[d] = links(first.none()[d], second.none()[d], places[1 - d], 1, forms[1 - d].size());
            noneTotal[d] = (int) Math.min(MOST, Arrays.stream(none[d]).asLongStream().sum());
            jumps[d] = jumps(first.jumps()[d], second.jumps()[d]);
            fertilities[d] = links(
                    first.fertilities()[d], second.fertilities()[d], places[d], HmmCounts.FERTILITIES, forms[d].size());
        }
        SparsePairs pairs = pairs(first.pairs(), second.pairs(), places[0], places[1]);
        HmmStems[] stems = new HmmStems[first.stems().length];
        Arrays.setAll(stems, l -> stems(first.stems()[l], second.stems()[l], frequencies));
        return new HmmStatistics(
                forms[0],
                forms[1],
                states,
                first.cognates(),
                frequencies,
                given,
                givenPriors(pairs),
                none,
                noneTotal,
                jumps,
                fertilities,
                pairs,
                stems);
    }

    /** The sum of two arrays of links, each brought to the common number of states. */
    private int[] links(int[] ofFirst, int[] ofSecond, int[] placesOfSecond, int width, int size) {
        return sum(ofFirst, scaleOfFirst, ofSecond, scaleOfSecond, placesOfSecond, width, size);
    }

    /** Adds rows of {@code width}; row k of the second array belongs to row {@code placesOfSecond[k]} of the result. */
    private static int[] sum(
            int[] ofFirst, double weightOfFirst, int[] ofSecond, double weightOfSecond, int[] placesOfSecond, int width, int rows) {
        int[] sum = new int[rows * width];
        for (int k = 0; k < ofFirst.length; k++) {
            sum[k] = scaled(ofFirst[k], weightOfFirst);
        }
        for (int k = 0; k < ofSecond.length; k++) {
            int at = placesOfSecond[k / width] * width + k % width;
            sum[at] = sum(sum[at], scaled(ofSecond[k], weightOfSecond));
        }
        return sum;
    }

    private static int scaled(int count, double weight) {
        return (int) Math.min(MOST, Math.round(count * weight));
    }

    private static int sum(int a, int b) {
        return (int) Math.min(MOST, (long) a + b);
    }

    private int[] jumps(int[] ofFirst, int[] ofSecond) {
        double[] sum = new double[ofFirst.length];
        Arrays.setAll(sum, k -> ofFirst[k] * scaleOfFirst + ofSecond[k] * scaleOfSecond);
        double shrink = Math.min(1, MOST / Arrays.stream(sum).max().orElse(1));
        return Arrays.stream(sum).mapToInt(count -> (int) Math.round(count * shrink)).toArray();
    }

    private float[][] givenPriors(SparsePairs pairs) {
        float[][] priors = {new float[forms[0].size()], new float[forms[1].size()]};
        for (int k = 0; k < pairs.rows().length; k++) {
            priors[0][pairs.rows()[k]] += pairs.priors()[k];
            priors[1][pairs.columns()[k]] += pairs.priors()[k];
        }
        return priors;
    }

    private HmmStems stems(HmmStems ofFirst, HmmStems ofSecond, int[][] frequencies) {
        HmmStems.Side[] sides = new HmmStems.Side[2];
        int[][] stemPlaces = new int[2][];
        for (int side = 0; side < 2; side++) {
            HmmStems.Side one = side == 0 ? ofFirst.source() : ofFirst.target();
            HmmStems.Side other = side == 0 ? ofSecond.source() : ofSecond.target();
            HmmStems.Side both = HmmStems.Side.of(forms[side], frequencies[side], ofFirst.length(), new int[0]);
            int[] placesOfOther = new int[other.links().length];
            other.ids().object2IntEntrySet().fastForEach(
                    stem -> placesOfOther[stem.getIntValue()] = both.ids().getInt(stem.getKey()));
            int[] links = links(one.links(), other.links(), placesOfOther, 1, both.frequencies().length);
            sides[side] = new HmmStems.Side(both.ids(), both.ofTypes(), both.frequencies(), links);
            stemPlaces[side] = placesOfOther;
        }
        SparsePairs pairs = pairs(ofFirst.pairs(), ofSecond.pairs(), stemPlaces[0], stemPlaces[1]);
        return new HmmStems(ofFirst.length(), sides[0], sides[1], pairs);
    }

    private SparsePairs pairs(SparsePairs ofFirst, SparsePairs ofSecond, int[] rowPlaces, int[] columnPlaces) {
        int most = Math.addExact(ofFirst.rows().length, ofSecond.rows().length);
        int[] rows = Arrays.copyOf(ofFirst.rows(), most);
        int[] columns = Arrays.copyOf(ofFirst.columns(), most);
        int[] cells = Arrays.copyOf(ofFirst.cells(), most);
        float[] priors = Arrays.copyOf(ofFirst.priors(), most);
        int[] counts = new int[2 * most];
        for (int k = 0; k < ofFirst.counts().length; k++) {
            counts[k] = scaled(ofFirst.counts()[k], scaleOfFirst);
        }
        int size = ofFirst.rows().length;
        for (int k = 0; k < ofSecond.rows().length; k++) {
            int row = rowPlaces[ofSecond.rows()[k]];
            int column = columnPlaces[ofSecond.columns()[k]];
            int at = ofFirst.find(row, column);
            if (at < 0) {
                at = size++;
                rows[at] = row;
                columns[at] = column;
            }
            cells[at] = sum(cells[at], ofSecond.cells()[k]);
            priors[at] = Math.max(priors[at], ofSecond.priors()[k]);
            counts[2 * at] = sum(counts[2 * at], scaled(ofSecond.counts()[2 * k], scaleOfSecond));
            counts[2 * at + 1] = sum(counts[2 * at + 1], scaled(ofSecond.counts()[2 * k + 1], scaleOfSecond));
        }
        return withoutChance(rows, columns, counts, cells, priors, size);
    }

    /** Moves what is kept to the front. */
    private SparsePairs withoutChance(int[] rows, int[] columns, int[] counts, int[] cells, float[] priors, int size) {
        int kept = 0;
        for (int k = 0; k < size; k++) {
            if (2L * (counts[2 * k] + counts[2 * k + 1]) >= states || priors[k] > 0) {
                rows[kept] = rows[k];
                columns[kept] = columns[k];
                counts[2 * kept] = counts[2 * k];
                counts[2 * kept + 1] = counts[2 * k + 1];
                cells[kept] = cells[k];
                priors[kept++] = priors[k];
            }
        }
        return new SparsePairs(
                Arrays.copyOf(rows, kept),
                Arrays.copyOf(columns, kept),
                Arrays.copyOf(counts, 2 * kept),
                Arrays.copyOf(cells, kept),
                Arrays.copyOf(priors, kept));
    }
}
