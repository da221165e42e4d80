package org.hydraworkbench.align.hmm;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;
import org.hydraworkbench.align.model.Calibration;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.jspecify.annotations.Nullable;

/**
 * One pair of sentences as a bitext of its own, whose counts are those that a trained model has for its words; so it goes through the very
 * tables that training uses. Words that the model never saw have their stems' and their spelling's evidence.
 */
final class HmmSentence {

    private static final ThreadLocal<HmmInference> INFERENCES = ThreadLocal.withInitial(HmmInference::new);

    private final HmmStatistics statistics;
    private final Calibration calibration;
    private final TypePairs types;
    private final int[][] ids;
    private final Workers worker;

    private HmmSentence(HmmModel model, IndexedBitext pair, Workers worker) throws HydraException {
        this.statistics = model.statistics();
        this.calibration = model.calibration();
        this.worker = worker;
        this.types = TypePairs.of(pair, new boolean[] {true}, worker, Progress.none());
        this.ids = new int[][] {
            statistics.source().ids(pair.source().vocabulary().forms()), statistics.target().ids(pair.target().vocabulary().forms())
        };
    }

    /**
     * The posteriors of a pair.
     *
     * @param trainedOn whether the model was trained on it
     */
    static PairPosteriors posteriors(HmmModel model, List<String> source, List<String> target, boolean trainedOn) {
        if (source.isEmpty() || target.isEmpty()) {
            return PairPosteriors.none(source.size(), target.size(), model.calibration());
        }
        IndexedBitext pair = new IndexedBitext.Builder()
                .add(
                        source.stream().map(HmmModel::fold).toList(),
                        target.stream().map(HmmModel::fold).toList())
                .build();
        try (Workers worker = new Workers(1)) {
            return new HmmSentence(model, pair, worker).infer(trainedOn);
        } catch (HydraException e) {
            throw new IllegalStateException("no one can cancel it", e);
        }
    }

    private PairPosteriors infer(boolean trainedOn) throws HydraException {
        Level[] levels = new Level[statistics.stems().length];
        StemLevel[] stems = new StemLevel[levels.length];
        int[][] groupCells = new int[levels.length][];
        for (int l = 0; l < levels.length; l++) {
            levels[l] = new Level(statistics.stems()[l]);
            stems[l] = levels[l].stems;
        }
        int sources = statistics.source().size();
        int targets = statistics.target().size();
        float[] priors = statistics.cognates() ? Cognates.pseudoCounts(types, worker, Progress.none()) : new float[types.size()];
        int[] cells = new int[types.size()];
        float[][] given = {givenPriors(0), givenPriors(1)};
        LexicalPrior prior = new LexicalPrior(types, stems, priors, priors, given, new int[] {targets, sources});
        HmmCounts counts = new HmmCounts(prior, statistics.jumps());
        fillPairs(counts, priors, given, cells);
        for (int d = 0; d < 2; d++) {
            fill(d, counts);
        }
        for (int l = 0; l < levels.length; l++) {
            groupCells[l] = levels[l].fill(counts.groupPairs[l], counts.groupGiven[l]);
        }
        CellCounts own = trainedOn
                ? new CellCounts(cells, groupCells, new int[][] {picked(statistics.frequencies()[1], ids[1]), picked(statistics.frequencies()[0], ids[0])})
                : null;
        return infer(counts, own);
    }

    private PairPosteriors infer(HmmCounts counts, @Nullable CellCounts own) throws HydraException {
        int longest = Math.max(types.bitext().source().length(0), types.bitext().target().length(0));
        HmmTables tables = new HmmTables(counts.prior(), counts, 1f / statistics.states(), own, longest);
        tables.update(HmmStage.FERTILITIES, worker, Progress.none());
        HmmInference inference = INFERENCES.get();
        tables.load(0, inference.sampler(0), inference.sampler(1));
        return inference.infer(tables.shape(0), tables.shape(1), calibration);
    }

    private float[] givenPriors(int d) {
        float[] picked = new float[ids[d].length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = ids[d][k] < 0 ? 0 : statistics.givenPriors()[d][ids[d][k]];
        }
        return picked;
    }

    private static int[] picked(int[] values, int[] ids) {
        int[] picked = new int[ids.length];
        for (int k = 0; k < picked.length; k++) {
            picked[k] = ids[k] < 0 ? 0 : values[ids[k]];
        }
        return picked;
    }

    /** What is known of the pairs of words; the pseudo-counts of those that are not known are new to their words' sums. */
    private void fillPairs(HmmCounts counts, float[] priors, float[][] given, int[] cells) {
        for (int e = 0; e < ids[0].length; e++) {
            for (int id = types.rowStarts()[e]; id < types.rowStarts()[e + 1]; id++) {
                int k = statistics.pairs().find(ids[0][e], ids[1][types.columns()[id]]);
                if (k >= 0) {
                    counts.pairs[2 * id] = statistics.pairs().counts()[2 * k];
                    counts.pairs[2 * id + 1] = statistics.pairs().counts()[2 * k + 1];
                    cells[id] = statistics.pairs().cells()[k];
                    priors[id] = statistics.pairs().priors()[k];
                } else {
                    given[0][e] += priors[id];
                    given[1][types.columns()[id]] += priors[id];
                }
            }
        }
    }

    private void fill(int d, HmmCounts counts) {
        System.arraycopy(picked(statistics.given()[d], ids[d]), 0, counts.given[d], 0, ids[d].length);
        System.arraycopy(picked(statistics.none()[d], ids[1 - d]), 0, counts.none[d], 0, ids[1 - d].length);
        counts.noneTotal[d] = statistics.noneTotal()[d];
        for (int k = 0; k < ids[d].length; k++) {
            if (ids[d][k] >= 0) {
                System.arraycopy(
                        statistics.fertilities()[d],
                        ids[d][k] * HmmCounts.FERTILITIES,
                        counts.fertilities[d],
                        k * HmmCounts.FERTILITIES,
                        HmmCounts.FERTILITIES);
            }
        }
    }

    /** The stems of the pair's words at one level. */
    private final class Level {

        private final HmmStems known;
        private final IntArrayList sourceStems = new IntArrayList();
        private final IntArrayList targetStems = new IntArrayList();
        private final StemLevel stems;

        Level(HmmStems known) throws HydraException {
            this.known = known;
            this.stems = StemLevel.of(
                    types,
                    side(0, types.bitext().source().vocabulary(), known.source(), sourceStems),
                    side(1, types.bitext().target().vocabulary(), known.target(), targetStems),
                    Progress.none());
        }

        /** Groups one side's words; unknown stems are groups of their own. */
        private StemLevel.Side side(int side, Vocabulary words, HmmStems.Side stems, IntArrayList found) {
            int[] groups = new int[words.size()];
            float[] shares = new float[groups.length];
            for (int type = 0; type < groups.length; type++) {
                int stem = ids[side][type] < 0
                        ? stems.ids().getInt(StemLevel.stem(words.form(type), known.length()))
                        : stems.ofTypes()[ids[side][type]];
                int group = stem < 0 ? -1 : found.indexOf(stem);
                if (group < 0) {
                    group = found.size();
                    found.add(stem);
                }
                groups[type] = group;
                int frequency = ids[side][type] < 0 ? 1 : statistics.frequencies()[side][ids[side][type]];
                int all = (stem < 0 ? 0 : stems.frequencies()[stem]) + (ids[side][type] < 0 ? 1 : 0);
                shares[type] = (float) frequency / all;
            }
            return new StemLevel.Side(groups, found.size(), stems.frequencies().length, shares);
        }

        /** Fills in the counts of groups and returns the cells of their pairs. */
        int[] fill(int[] groupPairs, int[][] groupGiven) {
            groupGiven[0] = picked(known.source().links(), sourceStems.toIntArray());
            groupGiven[1] = picked(known.target().links(), targetStems.toIntArray());
            int[] cells = new int[stems.size()];
            for (int group = 0; group < sourceStems.size(); group++) {
                for (int pair = stems.rowStarts()[group]; pair < stems.rowStarts()[group + 1]; pair++) {
                    int k = known.pairs().find(sourceStems.getInt(group), targetStems.getInt(stems.columns()[pair]));
                    if (k >= 0) {
                        groupPairs[2 * pair] = known.pairs().counts()[2 * k];
                        groupPairs[2 * pair + 1] = known.pairs().counts()[2 * k + 1];
                        cells[pair] = known.pairs().cells()[k];
                    }
                }
            }
            return cells;
        }
    }
}
