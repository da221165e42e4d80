package org.hydraworkbench.align.hmm;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * How often the links of a bitext join what, in both directions: the statistics that the HMM with fertility is made of. All are whole
 * numbers, so that several threads may add to them and the sums are the same in any order.
 */
final class HmmCounts {

    /** Links a unit may have before they are no longer told apart, plus one. */
    static final int FERTILITIES = 8;

    /** Jumps wider than this count as this wide. */
    static final int WIDEST_JUMP = 1024;

    private static final VarHandle INTS = MethodHandles.arrayElementVarHandle(int[].class);

    private final LexicalPrior prior;

    /** Links of a pair of types: forward at {@code 2 id}, reverse at {@code 2 id + 1}. */
    final int[] pairs;

    /** By direction and type of the given side: links. */
    final int[][] given;

    /** By direction and type of the generated side: links to NULL. */
    final int[][] none;

    /** By direction: links to NULL. */
    final int[] noneTotal = new int[2];

    /** By level: links of a pair of groups, forward and reverse as in {@link #pairs}. */
    final int[][] groupPairs;

    /** By level, direction and group of the given side: links. */
    final int[][][] groupGiven;

    /** By direction: jumps between the given units of neighbouring links, at width + {@link #WIDEST_JUMP}. */
    final int[][] jumps;

    /** By direction, at given type · {@link #FERTILITIES} + number of links: how often a unit had so many. */
    final int[][] fertilities;

    /** Counts that are all 0. */
    HmmCounts(LexicalPrior prior) {
        this(prior, new int[2][2 * WIDEST_JUMP + 1]);
    }

    /** Counts that are all 0 but those of jumps, which are given and not copied. */
    HmmCounts(LexicalPrior prior, int[][] jumps) {
        this.prior = prior;
        this.jumps = jumps;
        TypePairs types = prior.pairs();
        int sources = types.bitext().source().vocabulary().size();
        int targets = types.bitext().target().vocabulary().size();
        pairs = new int[2 * types.size()];
        given = new int[][] {new int[sources], new int[targets]};
        none = new int[][] {new int[targets], new int[sources]};
        fertilities = new int[][] {new int[sources * FERTILITIES], new int[targets * FERTILITIES]};
        groupPairs = new int[prior.stems().length][];
        groupGiven = new int[prior.stems().length][][];
        for (int l = 0; l < groupPairs.length; l++) {
            StemLevel level = prior.stems()[l];
            groupPairs[l] = new int[2 * level.size()];
            groupGiven[l] = new int[][] {new int[level.source().count()], new int[level.target().count()]};
        }
    }

    LexicalPrior prior() {
        return prior;
    }

    /** Counts a link between two units, {@code by} times; other threads may do the same. */
    void addLink(int direction, int typePair, int source, int target, int by) {
        INTS.getAndAdd(pairs, 2 * typePair + direction, by);
        INTS.getAndAdd(given[direction], direction == 0 ? source : target, by);
        for (int l = 0; l < groupPairs.length; l++) {
            StemLevel level = prior.stems()[l];
            INTS.getAndAdd(groupPairs[l], 2 * level.pair(typePair) + direction, by);
            int group = direction == 0 ? level.source().group(source) : level.target().group(target);
            INTS.getAndAdd(groupGiven[l][direction], group, by);
        }
    }

    /** Counts a link to NULL, {@code by} times; other threads may do the same. */
    void addNone(int direction, int generated, int by) {
        INTS.getAndAdd(none[direction], generated, by);
        INTS.getAndAdd(noneTotal, direction, by);
    }

    /** Where {@link #jumps} has a jump. */
    static int jump(int width) {
        return Math.clamp(width, -WIDEST_JUMP, WIDEST_JUMP) + WIDEST_JUMP;
    }

    /** Counts the jumps that a thread has counted for itself, since all threads would wait for the few widths that are frequent; clears them. */
    void addJumps(int[][] counted) {
        for (int d = 0; d < 2; d++) {
            add(jumps[d], counted[d], 0, 1);
            Arrays.fill(counted[d], 0);
        }
    }

    /** Counts a given unit with so many links, {@code by} times; other threads may do the same. */
    void addFertility(int direction, int given, int links, int by) {
        INTS.getAndAdd(fertilities[direction], given * FERTILITIES + Math.min(links, FERTILITIES - 1), by);
    }

    /** Forgets jumps and fertilities, which are counted anew from time to time. */
    void clearShapes() {
        for (int d = 0; d < 2; d++) {
            Arrays.fill(jumps[d], 0);
            Arrays.fill(fertilities[d], 0);
        }
    }

    /** Adds all of another's counts. */
    void add(HmmCounts other, Workers workers, Progress progress) throws HydraException {
        int parts = 64;
        workers.run(parts, progress, (task, worker) -> {
            add(pairs, other.pairs, task, parts);
            for (int l = 0; l < groupPairs.length; l++) {
                add(groupPairs[l], other.groupPairs[l], task, parts);
            }
            for (int d = 0; d < 2; d++) {
                add(given[d], other.given[d], task, parts);
                add(none[d], other.none[d], task, parts);
                add(jumps[d], other.jumps[d], task, parts);
                add(fertilities[d], other.fertilities[d], task, parts);
                for (int l = 0; l < groupGiven.length; l++) {
                    add(groupGiven[l][d], other.groupGiven[l][d], task, parts);
                }
            }
        });
        for (int d = 0; d < 2; d++) {
            noneTotal[d] += other.noneTotal[d];
        }
    }

    private static void add(int[] to, int[] from, int part, int parts) {
        int end = (int) ((long) to.length * (part + 1) / parts);
        for (int k = (int) ((long) to.length * part / parts); k < end; k++) {
            to[k] += from[k];
        }
    }
}
