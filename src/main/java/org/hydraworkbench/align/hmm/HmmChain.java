package org.hydraworkbench.align.hmm;

import java.util.Arrays;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.Choices;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.jspecify.annotations.Nullable;

/** The state of one Gibbs chain: the links of every sentence in both directions, and their counts. */
final class HmmChain {

    /** How often a sentence is drawn in a pass: the tables are the expensive part. */
    private static final int DRAWS_A_PASS = 2;

    private static final float NULL_AT_START = 0.1f;

    private final LexicalPrior prior;
    private final TypePairs types;
    private final CellCounts cells;
    private final HmmClamps clamps;
    private final long seed;
    private final Workers workers;
    private final SentenceSampler[][] samplers;
    private final Draws[] draws;
    private final HmmCounts counts;
    private final HmmTables tables;

    /** By thread and direction. */
    private final int[][][] jumps;

    /** By direction and generated unit: the position of its given unit plus one, or 0 for NULL. */
    private char[][] links;

    private char[][] drawn;

    HmmChain(
            LexicalPrior prior,
            CellCounts cells,
            HmmClamps clamps,
            int longest,
            long seed,
            Workers workers,
            SentenceSampler[][] samplers,
            Draws[] draws) {
        this.prior = prior;
        this.types = prior.pairs();
        this.cells = cells;
        this.clamps = clamps;
        this.seed = seed;
        this.workers = workers;
        this.samplers = samplers;
        this.draws = draws;
        this.counts = new HmmCounts(prior);
        this.tables = new HmmTables(prior, counts, longest);
        this.jumps = new int[workers.threads()][2][2 * HmmCounts.WIDEST_JUMP + 1];
        int sources = types.bitext().source().units().length;
        int targets = types.bitext().target().units().length;
        this.links = new char[][] {new char[targets], new char[sources]};
        this.drawn = new char[][] {new char[targets], new char[sources]};
    }

    HmmCounts counts() {
        return counts;
    }

    /**
     * Draws first links, by how often two types stand together among all their occurrences (Dice's coefficient), by their
     * spelling and by their distance from the diagonal.
     *
     * @param known when given, links of the same sentence pairs: a unit that has links there starts at that with most confidence
     */
    void start(@Nullable Links known, Progress progress) throws HydraException {
        int[][] frequencies = {types.bitext().source().frequencies(), types.bitext().target().frequencies()};
        types.forEachSentence(workers, progress, (s, task, worker) -> {
            for (int d = 0; d < 2; d++) {
                startSentence(d, s, frequencies, samplers[worker][d], draws[worker].restart(seed, -1 - d, s));
                if (known != null) {
                    startAt(known, d, s);
                }
                obey(clamps.of(d, s), d, s);
            }
        });
        recount(progress, true);
    }

    private void startAt(Links known, int d, int s) {
        float[] most = new float[generated(d).length(s)];
        Arrays.fill(most, -1f);
        int from = generated(d).starts()[s];
        known.forEach(s, (source, target, confidence) -> {
            int j = d == 0 ? target : source;
            if (confidence > most[j]) {
                drawn[d][from + j] = (char) ((d == 0 ? source : target) + 1);
                most[j] = confidence;
            }
        });
    }

    private void obey(@Nullable Choices choices, int d, int s) {
        int from = generated(d).starts()[s];
        for (int j = 0; choices != null && j < generated(d).length(s); j++) {
            drawn[d][from + j] = (char) (choices.allowed(j, drawn[d][from + j] - 1) + 1);
        }
    }

    private void startSentence(int d, int s, int[][] frequencies, SentenceSampler sampler, Draws draw) {
        IndexedText given = given(d);
        IndexedText generated = generated(d);
        int n = given.length(s);
        int m = generated.length(s);
        sampler.resize(n, m);
        float[] weights = sampler.lexical;
        for (int j = 0; j < m; j++) {
            int f = generated.units()[generated.starts()[s] + j];
            float total = 0;
            for (int i = 0; i < n; i++) {
                int id = typePair(d, s, i, j, n, m);
                int e = given.units()[given.starts()[s] + i];
                float dice = cells.ofPair(id) / (float) (frequencies[d][e] + frequencies[1 - d][f]);
                weights[i] = dice * dice * HmmModel.diagonalWeight(i, n, j, m) * (1 + prior.counts()[id]);
                total += weights[i];
            }
            int chosen = 0;
            if (draw.next() >= NULL_AT_START) {
                float left = draw.next() * total;
                chosen = 1;
                while (chosen < n && left >= weights[chosen - 1]) {
                    left -= weights[chosen - 1];
                    chosen++;
                }
            }
            drawn[d][generated.starts()[s] + j] = (char) chosen;
        }
    }

    /** Draws all links once. */
    void pass(HmmStage stage, int number, Progress progress) throws HydraException {
        tables.update(stage, workers, progress);
        types.forEachSentence(workers, progress, (s, task, worker) -> {
            SentenceSampler[] both = samplers[worker];
            tables.load(s, both[0], both[1]);
            for (int d = 0; d < 2; d++) {
                int from = generated(d).starts()[s];
                for (int j = 0; j < both[d].generated; j++) {
                    both[d].links[j] = links[d][from + j] - 1;
                }
                Choices choices = clamps.of(d, s);
                tables.withoutOwnLinks(d, s, both[d], choices);
                if (choices != null) {
                    both[d].restrict(choices);
                }
                draws[worker].restart(seed, 2L * number + d, s);
                for (int k = 0; k < DRAWS_A_PASS; k++) {
                    both[d].sample(tables.shape(d), draws[worker], false);
                }
                for (int j = 0; j < both[d].generated; j++) {
                    drawn[d][from + j] = (char) (both[d].links[j] + 1);
                }
            }
        });
        recount(progress, false);
    }

    /** Brings the counts from {@code links} to {@code drawn} and exchanges the two. */
    private void recount(Progress progress, boolean first) throws HydraException {
        counts.clearShapes();
        types.forEachSentence(workers, progress, (s, task, worker) -> {
            for (int d = 0; d < 2; d++) {
                recount(d, s, first, samplers[worker][d], jumps[worker][d]);
            }
        });
        for (int[][] counted : jumps) {
            counts.addJumps(counted);
        }
        char[][] former = links;
        links = drawn;
        drawn = former;
    }

    private void recount(int d, int s, boolean first, SentenceSampler scratch, int[] jumped) {
        IndexedText given = given(d);
        IndexedText generated = generated(d);
        int n = given.length(s);
        int m = generated.length(s);
        scratch.resize(n, m);
        int[] fertilities = scratch.links;
        Arrays.fill(fertilities, 0, n, 0);
        Choices choices = clamps.of(d, s);
        int whole = HmmClamps.weight(choices);
        int last = 0;
        for (int j = 0; j < m; j++) {
            int at = generated.starts()[s] + j;
            int now = drawn[d][at];
            int weight = HmmClamps.weight(choices, j);
            if (first) {
                count(d, s, now - 1, j, n, m, weight);
            } else if (links[d][at] != now) {
                count(d, s, links[d][at] - 1, j, n, m, -weight);
                count(d, s, now - 1, j, n, m, weight);
            }
            if (now > 0) {
                jumped[HmmCounts.jump(now - last)] += whole;
                last = now;
                fertilities[now - 1]++;
            }
        }
        jumped[HmmCounts.jump(n + 1 - last)] += whole;
        for (int i = 0; i < n; i++) {
            counts.addFertility(d, given.units()[given.starts()[s] + i], fertilities[i], whole);
        }
    }

    private void count(int d, int s, int i, int j, int n, int m, int by) {
        int f = generated(d).units()[generated(d).starts()[s] + j];
        if (i < 0) {
            counts.addNone(d, f, by);
            return;
        }
        int e = given(d).units()[given(d).starts()[s] + i];
        counts.addLink(d, typePair(d, s, i, j, n, m), d == 0 ? e : f, d == 0 ? f : e, by);
    }

    private int typePair(int d, int s, int i, int j, int n, int m) {
        return types.cells(s)[types.offset(s) + (d == 0 ? i * m + j : j * n + i)];
    }

    private IndexedText given(int direction) {
        return direction == 0 ? types.bitext().source() : types.bitext().target();
    }

    private IndexedText generated(int direction) {
        return given(1 - direction);
    }
}
