package org.hydraworkbench.align.hmm;

import org.hydraworkbench.align.model.Choices;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The probabilities that follow from counts, up to factors that cancel, ready for sampling: made once a pass, in which all sentences are
 * drawn from the same tables. See {@link HmmModel} for the formulas.
 */
final class HmmTables {

    private final LexicalPrior prior;
    private final TypePairs types;
    private final HmmCounts counts;
    private final float scale;
    private final @Nullable CellCounts cells;
    private final float[] pairs;
    private final float[][] inverse;
    private final float[][] agreement;
    private final float[][] none;
    private final float[][][] groupInverse;
    private final float[][][] groupShares;
    private final float[][] groupPairs;
    private final HmmShape[] shapes = new HmmShape[2];

    /**
     * Tables from the counts of links as they are.
     *
     * @param longest number of units of the longest sentence
     */
    HmmTables(LexicalPrior prior, HmmCounts counts, int longest) {
        this(prior, counts, 1f, null, longest);
    }

    /**
     * Tables.
     *
     * @param scale what counts are multiplied with
     * @param cells when given, a count is made smaller by the share that one cell has in it on average
     * @param longest number of units of the longest sentence
     */
    HmmTables(LexicalPrior prior, HmmCounts counts, float scale, @Nullable CellCounts cells, int longest) {
        this.prior = prior;
        this.types = prior.pairs();
        this.counts = counts;
        this.scale = scale;
        this.cells = cells;
        int levels = prior.stems().length;
        this.pairs = new float[2 * types.size()];
        this.inverse = new float[2][];
        this.agreement = new float[2][];
        this.none = new float[2][];
        this.groupInverse = new float[levels][2][];
        this.groupShares = new float[levels][2][];
        this.groupPairs = new float[levels][];
        for (int l = 0; l < levels; l++) {
            groupPairs[l] = new float[2 * prior.stems()[l].size()];
        }
        for (int d = 0; d < 2; d++) {
            inverse[d] = new float[counts.given[d].length];
            agreement[d] = new float[counts.none[d].length];
            none[d] = new float[counts.none[d].length];
            shapes[d] = new HmmShape(longest, counts.given[d].length);
            for (int l = 0; l < levels; l++) {
                groupInverse[l][d] = new float[counts.groupGiven[l][d].length];
                groupShares[l][d] = shares(generatedGroups(l, d), counts.none[d].length, levels);
            }
        }
    }

    private StemLevel.Side generatedGroups(int level, int direction) {
        return direction == 0 ? prior.stems()[level].target() : prior.stems()[level].source();
    }

    private StemLevel.Side givenGroups(int level, int direction) {
        return generatedGroups(level, 1 - direction);
    }

    private static float[] shares(StemLevel.Side groups, int types, int levels) {
        float[] shares = new float[types];
        for (int type = 0; type < types; type++) {
            shares[type] = HmmModel.STEM_WEIGHT / levels * groups.share(type);
        }
        return shares;
    }

    /** Computes everything from the counts as they are now. */
    void update(HmmStage stage, Workers workers, Progress progress) throws HydraException {
        for (int d = 0; d < 2; d++) {
            updateGiven(d);
        }
        for (int d = 0; d < 2; d++) {
            updateGenerated(d);
            shapes[d].update(stage, counts.jumps[d], counts.fertilities[d], scale);
        }
        for (int l = 0; l < groupPairs.length; l++) {
            updateGroups(l, workers, progress);
        }
        types.forEachRow(workers, progress, (e, worker) -> updateRow(e));
    }

    private void updateGroups(int l, Workers workers, Progress progress) throws HydraException {
        StemLevel level = prior.stems()[l];
        int tasks = 64;
        workers.run(tasks, progress, (task, worker) -> {
            int end = (int) ((long) level.source().count() * (task + 1) / tasks);
            for (int group = (int) ((long) level.source().count() * task / tasks); group < end; group++) {
                for (int pair = level.rowStarts()[group]; pair < level.rowStarts()[group + 1]; pair++) {
                    groupPairs[l][2 * pair] = groupProbability(l, 0, pair, groupInverse[l][0][group], 0);
                    groupPairs[l][2 * pair + 1] =
                            groupProbability(l, 1, pair, groupInverse[l][1][level.columns()[pair]], 0);
                }
            }
        });
    }

    private void updateRow(int e) {
        int[] columns = types.columns();
        for (int id = types.rowStarts()[e]; id < types.rowStarts()[e + 1]; id++) {
            int f = columns[id];
            float forward = ownCount(0, id);
            float reverse = ownCount(1, id);
            for (int l = 0; l < groupPairs.length; l++) {
                int pair = prior.stems()[l].pair(id);
                forward += groupShares[l][0][f] * groupPairs[l][2 * pair];
                reverse += groupShares[l][1][e] * groupPairs[l][2 * pair + 1];
            }
            pairs[2 * id] = forward * HmmModel.agreement(reverse);
            pairs[2 * id + 1] = reverse * HmmModel.agreement(forward);
        }
    }

    private void updateGiven(int d) {
        float smoothing = HmmModel.LEXICAL_PRIOR * (prior.generatedTypes()[d] + 1) + (groupInverse.length > 0 ? HmmModel.STEM_WEIGHT : 0);
        for (int e = 0; e < inverse[d].length; e++) {
            inverse[d][e] = 1 / (counts.given[d][e] * scale + smoothing + prior.givenCounts()[d][e]);
        }
        for (int l = 0; l < groupInverse.length; l++) {
            float groupSmoothing = HmmModel.LEXICAL_PRIOR * (generatedGroups(l, d).inLanguage() + 1);
            for (int g = 0; g < groupInverse[l][d].length; g++) {
                groupInverse[l][d][g] = 1 / (counts.groupGiven[l][d][g] * scale + groupSmoothing);
            }
        }
    }

    private void updateGenerated(int d) {
        float back = HmmModel.agreement(HmmModel.NULL_AGREEMENT / prior.generatedTypes()[1 - d]);
        float inverseTotal = 1 / (counts.noneTotal[d] * scale + HmmModel.LEXICAL_PRIOR * (prior.generatedTypes()[d] + 1));
        for (int f = 0; f < none[d].length; f++) {
            agreement[d][f] = HmmModel.agreement(inverse[1 - d][f]);
            none[d][f] = HmmModel.NULL_WEIGHT * back * inverseTotal * (noneCount(d, f) + HmmModel.LEXICAL_PRIOR);
        }
    }

    private float noneCount(int d, int generated) {
        float count = counts.none[d][generated] * scale;
        return cells == null ? count : count * cells.keptOfUnit(d, generated);
    }

    /** The count of a pair of types with its priors but without back-off. */
    private float ownCount(int d, int id) {
        float count = counts.pairs[2 * id + d] * scale;
        if (cells != null) {
            count *= cells.keptOfPair(id);
        }
        return count + HmmModel.LEXICAL_PRIOR + prior.counts()[id];
    }

    /** Probability of a pair of groups; {@code inverse} is one over the denominator with all links. */
    private float groupProbability(int l, int d, int pair, float inverse, int less) {
        float count = counts.groupPairs[l][2 * pair + d] * scale - less;
        if (cells != null) {
            count *= cells.keptOfGroups(l, pair);
        }
        return (count + HmmModel.LEXICAL_PRIOR) * inverse / (1 - less * inverse);
    }

    /** What remains of a pair's numerator when one of its links, which counts {@code weight} times, is not counted, as a share. */
    private float numeratorWithout(int d, int id, int givenType, int generatedType, int weight) {
        float all = ownCount(d, id);
        float others = all - weight;
        for (int l = 0; l < groupInverse.length; l++) {
            StemLevel level = prior.stems()[l];
            int pair = level.pair(id);
            float share = groupShares[l][d][generatedType];
            float inverseGroup = groupInverse[l][d][givenGroups(l, d).group(givenType)];
            all += share * groupPairs[l][2 * pair + d];
            others += share * groupProbability(l, d, pair, inverseGroup, weight);
        }
        return others / all;
    }

    /** Gets samplers of both directions ready for a sentence pair. */
    void load(int sentence, SentenceSampler forward, SentenceSampler reverse) {
        IndexedText source = types.bitext().source();
        IndexedText target = types.bitext().target();
        int e0 = source.starts()[sentence];
        int f0 = target.starts()[sentence];
        int n = source.length(sentence);
        int m = target.length(sentence);
        forward.resize(n, m);
        reverse.resize(m, n);
        setUnits(0, source.units(), e0, target.units(), f0, forward);
        setUnits(1, target.units(), f0, source.units(), e0, reverse);
        int[] ids = types.cells(sentence);
        int offset = types.offset(sentence);
        int cell = offset;
        float[] table = pairs;
        float[] forwardCells = forward.lexical;
        float[] reverseCells = reverse.lexical;
        for (int i = 0; i < n; i++) {
            int e = source.units()[e0 + i];
            float inverseGiven = inverse[0][e];
            float say = agreement[1][e];
            for (int j = 0, at = i; j < m; j++, at += n) {
                int id = 2 * ids[cell];
                forwardCells[at] = table[id] * inverseGiven;
                reverseCells[cell - offset] = table[id + 1] * say;
                cell++;
            }
        }
        forward.scaleRows(agreement[0], target.units(), f0);
        reverse.scaleColumns(inverse[1], target.units(), f0);
    }

    private void setUnits(int d, int[] given, int givenFrom, int[] generated, int generatedFrom, SentenceSampler sampler) {
        System.arraycopy(given, givenFrom, sampler.types, 0, sampler.given);
        for (int j = 0; j < sampler.generated; j++) {
            sampler.none[j] = none[d][generated[generatedFrom + j]];
        }
    }

    /**
     * Takes the sentence's own links out of what its sampler was loaded with: the counts hold them.
     *
     * @param choices what may be drawn, or null
     */
    void withoutOwnLinks(int d, int sentence, SentenceSampler sampler, @Nullable Choices choices) {
        IndexedText generatedText = d == 0 ? types.bitext().target() : types.bitext().source();
        int start = generatedText.starts()[sentence];
        int[] ids = types.cells(sentence);
        int offset = types.offset(sentence);
        for (int j = 0; j < sampler.generated; j++) {
            int f = generatedText.units()[start + j];
            int i = sampler.links[j];
            int weight = HmmClamps.weight(choices, j);
            if (i < 0) {
                float count = counts.none[d][f] + HmmModel.LEXICAL_PRIOR;
                float total = counts.noneTotal[d] + HmmModel.LEXICAL_PRIOR * (prior.generatedTypes()[d] + 1);
                sampler.none[j] *= (count - weight) / count * total / (total - weight);
            } else {
                int e = sampler.types[i];
                int id = ids[offset + (d == 0 ? i * sampler.generated + j : j * sampler.given + i)];
                sampler.lexical[j * sampler.given + i] *= numeratorWithout(d, id, e, f, weight) / (1 - weight * inverse[d][e]);
            }
        }
    }

    HmmShape shape(int direction) {
        return shapes[direction];
    }
}
