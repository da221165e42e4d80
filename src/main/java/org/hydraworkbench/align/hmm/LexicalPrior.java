package org.hydraworkbench.align.hmm;

import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/**
 * What is known of a bitext's words before its sentences are looked at: every pair of types that stands together, the levels of stems it
 * backs off to, and pseudo-counts for pairs of types that are likely to be translations.
 *
 * @param pairs the pairs of types
 * @param stems levels of back-off, none when words do not back off
 * @param counts a pseudo-count for each pair of types, 0 where nothing is known
 * @param own those of them that do not come from an earlier model
 * @param givenCounts by direction, for each type of the given side the sum of its pseudo-counts
 * @param generatedTypes by direction, how many types the generated side is known to have: more than in {@code pairs} when that is but
 *     one sentence
 */
record LexicalPrior(TypePairs pairs, StemLevel[] stems, float[] counts, float[] own, float[][] givenCounts, int[] generatedTypes) {

    /** What is known of a bitext to train on. */
    static LexicalPrior of(TypePairs pairs, TrainingData data, HmmOptions options, Workers workers, Progress progress)
            throws HydraException {
        int[] lengths = options.stems() ? HmmModel.STEM_LENGTHS : new int[0];
        StemLevel[] stems = new StemLevel[lengths.length];
        for (int level = 0; level < lengths.length; level++) {
            stems[level] = StemLevel.of(pairs, lengths[level], progress);
        }
        float[] own = options.cognates() ? Cognates.pseudoCounts(pairs, workers, progress) : new float[pairs.size()];
        GlossaryCounts.add(pairs, data.supervision().glossary(), own);
        float[] counts = own;
        if (data.earlier() instanceof HmmModel earlier) {
            counts = own.clone();
            earlier.addMeanCounts(pairs, data.earlierWeight(), counts, workers, progress);
        }
        int sources = pairs.bitext().source().vocabulary().size();
        int targets = pairs.bitext().target().vocabulary().size();
        float[][] given = {pairs.rowSums(counts), pairs.columnSums(counts)};
        return new LexicalPrior(pairs, stems, counts, own, given, new int[] {targets, sources});
    }
}
