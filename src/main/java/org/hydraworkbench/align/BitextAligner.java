package org.hydraworkbench.align;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;

/** Aligns a bitext: cuts both sides into units, trains a model in both directions, finds the links of every pair. */
public final class BitextAligner {

    private static final int BATCH = 4096;
    private static final int PAIRS_A_TASK = 64;

    /**
     * A bitext aligned. Pairs are numbered from 0 in the order they came in.
     *
     * @param bitext unit numbers of every pair
     * @param model what gives any pair's probabilities
     * @param links the symmetrised links of every pair
     * @param summary what to tell about it
     */
    public record Outcome(IndexedBitext bitext, AlignmentModel model, Links links, Summary summary) {

        /** The probabilities behind a pair's links. */
        public PairPosteriors posteriors(int pair) {
            return model.posteriorsOfTrained(bitext.source().forms(pair), bitext.target().forms(pair));
        }
    }

    /**
     * What happened.
     *
     * @param pairs number of pairs
     * @param emptySides pairs of which a side has no unit; they have no links
     * @param tooLong pairs longer than {@link AlignOptions#longest}; they have no links
     * @param links number of links
     * @param meanConfidence mean over all links, 0 where there is none
     */
    public record Summary(int pairs, int emptySides, int tooLong, int links, double meanConfidence) {

        static Summary of(IndexedBitext bitext, Links links, AlignOptions options) {
            int empty = 0;
            int tooLong = 0;
            for (int p = 0; p < bitext.size(); p++) {
                int n = bitext.source().length(p);
                int m = bitext.target().length(p);
                if (n == 0 || m == 0) {
                    empty++;
                } else if (Math.max(n, m) > options.longest()) {
                    tooLong++;
                }
            }
            double sum = 0;
            for (float confidence : links.confidences()) {
                sum += confidence;
            }
            return new Summary(
                    bitext.size(), empty, tooLong, links.total(), links.total() == 0 ? 0 : sum / links.total());
        }

        /** The summary in one line, for a person. */
        public String describe() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%,d pairs, %,d links, mean confidence %.2f; without links: %,d with an empty side, %,d too long",
                    pairs, links, meanConfidence, emptySides, tooLong);
        }
    }

    /** Says what else there is to learn from, when the pairs are cut into units. */
    @FunctionalInterface
    public interface Knowledge {

        /** The bitext with whatever is known of it. */
        TrainingData of(IndexedBitext bitext) throws HydraException;
    }

    private BitextAligner() {}

    /**
     * Aligns everything that {@code pairs} gives, from nothing but the pairs.
     *
     * @throws HydraException when reading fails or the work was cancelled
     */
    public static Outcome align(
            PairSource pairs, Segmenter source, Segmenter target, AlignOptions options, Progress progress)
            throws HydraException {
        return align(pairs, source, target, TrainingData::of, options, progress);
    }

    /**
     * Aligns everything that {@code pairs} gives.
     *
     * @param knowledge asked once, before training
     *
     * @throws HydraException when reading fails or the work was cancelled
     */
    public static Outcome align(
            PairSource pairs,
            Segmenter source,
            Segmenter target,
            Knowledge knowledge,
            AlignOptions options,
            Progress progress)
            throws HydraException {
        IndexedBitext bitext = index(pairs, source, target, options.threads(), progress);
        TrainingData data = knowledge.of(bitext);
        TrainedModel trained = options.model().aligner().train(data, options, progress);
        progress.message("Links");
        Links links = LinkExtraction.extract(bitext, trained, data.supervision(), options, progress);
        Summary summary = Summary.of(bitext, links, options);
        progress.log(summary.describe());
        return new Outcome(bitext, trained.model(), links, summary);
    }

    /** Cuts and numbers both sides, in batches; the order of pairs and numbers does not depend on the threads. */
    private static IndexedBitext index(
            PairSource pairs, Segmenter source, Segmenter target, int threads, Progress progress) throws HydraException {
        progress.message("Units");
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        List<SentencePair> batch = new ArrayList<>(BATCH);
        String[][] sourceForms = new String[BATCH][];
        String[][] targetForms = new String[BATCH][];
        long done = 0;
        try (Workers workers = new Workers(threads)) {
            do {
                batch.clear();
                for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
                    batch.add(pair);
                    if (batch.size() == BATCH) {
                        break;
                    }
                }
                workers.run((batch.size() + PAIRS_A_TASK - 1) / PAIRS_A_TASK, progress, (task, worker) -> {
                    int end = Math.min(batch.size(), (task + 1) * PAIRS_A_TASK);
                    for (int k = task * PAIRS_A_TASK; k < end; k++) {
                        sourceForms[k] = source.segment(batch.get(k).source()).forms();
                        targetForms[k] = target.segment(batch.get(k).target()).forms();
                    }
                });
                for (int k = 0; k < batch.size(); k++) {
                    builder.add(List.of(sourceForms[k]), List.of(targetForms[k]));
                }
                done += batch.size();
                progress.update(done, 0);
            } while (batch.size() == BATCH);
        }
        return builder.build();
    }
}
