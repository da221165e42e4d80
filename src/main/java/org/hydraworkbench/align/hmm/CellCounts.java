package org.hydraworkbench.align.hmm;

import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * How many cells a count is made of. A sentence that is judged by counts that it has a share in believes itself too much; without
 * one cell of k, a count is on average (k − 1)/k of what it was (the jackknife).
 */
final class CellCounts {

    private final int[] pairs;
    private final int[][] groups;
    private final int[][] units;

    /**
     * Numbers that are known.
     *
     * @param pairs cells of each pair of types
     * @param groups by level, cells of each pair of groups
     * @param units by direction, units of each type of the generated side
     */
    CellCounts(int[] pairs, int[][] groups, int[][] units) {
        this.pairs = pairs;
        this.groups = groups;
        this.units = units;
    }

    /** Counts the cells of a bitext, those of confirmed pairs as often as their links. */
    CellCounts(LexicalPrior prior, HmmClamps clamps, Progress progress) throws HydraException {
        TypePairs types = prior.pairs();
        IndexedText source = types.bitext().source();
        IndexedText target = types.bitext().target();
        pairs = new int[types.size()];
        for (int s = 0; s < types.bitext().size(); s++) {
            progress.checkCancelled();
            if (types.usable(s)) {
                int[] cells = types.cells(s);
                int from = types.offset(s);
                int weight = HmmClamps.weight(clamps.of(0, s));
                for (int at = from; at < from + source.length(s) * target.length(s); at++) {
                    pairs[cells[at]] += weight;
                }
            }
        }
        groups = new int[prior.stems().length][];
        for (int l = 0; l < groups.length; l++) {
            groups[l] = new int[prior.stems()[l].size()];
            for (int id = 0; id < pairs.length; id++) {
                groups[l][prior.stems()[l].pair(id)] += pairs[id];
            }
        }
        units = new int[][] {target.frequencies(), source.frequencies()};
    }

    /** Cells of each pair of types; not to be changed. */
    int[] pairs() {
        return pairs;
    }

    /** Cells of each pair of groups of a level; not to be changed. */
    int[] groups(int level) {
        return groups[level];
    }

    /** Cells of a pair of types. */
    int ofPair(int typePair) {
        return pairs[typePair];
    }

    /** What remains of a pair of types without one of its cells, 0 to 1. */
    float keptOfPair(int typePair) {
        return kept(pairs[typePair]);
    }

    /** What remains of a pair of groups without one of its cells. */
    float keptOfGroups(int level, int groupPair) {
        return kept(groups[level][groupPair]);
    }

    /** What remains of a type of the generated side of a direction without one of its units. */
    float keptOfUnit(int direction, int type) {
        return kept(units[direction][type]);
    }

    private static float kept(int of) {
        return of == 0 ? 1f : (of - 1) / (float) of;
    }
}
