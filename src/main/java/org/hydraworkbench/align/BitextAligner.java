package org.hydraworkbench.align;

import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.BitextPart;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Segmenter;

/** Aligns a bitext: cuts both sides into units, trains a model in both directions, finds the links of every pair. */
public final class BitextAligner {

    /**
     * A bitext aligned. Pairs are numbered from 0 in the order they came in.
     *
     * @param bitext unit numbers of every pair
     * @param model what gives any pair's probabilities
     * @param links the symmetrised links of every pair
     * @param summary what to tell about it
     */
    public record Outcome(IndexedBitext bitext, AlignmentModel model, Links links, Summary summary) {}

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

        /** Before the first pair. */
        public static Summary nothing() {
            return new Summary(0, 0, 0, 0, 0);
        }

        /** This and what happened to further pairs. */
        Summary and(Summary more) {
            int all = Math.addExact(links, more.links);
            double sum = meanConfidence * links + more.meanConfidence * more.links;
            return new Summary(
                    Math.addExact(pairs, more.pairs), emptySides + more.emptySides, tooLong + more.tooLong, all, all == 0 ? 0 : sum / all);
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

        /** A part with whatever is known of it. */
        TrainingData of(BitextPart part) throws HydraException;
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
        return align(pairs, source, target, part -> TrainingData.of(part.bitext()), options, progress);
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
        IndexedBitext bitext = index(new PairBatch(pairs, source, target, options.model()), Long.MAX_VALUE, options, progress);
        Outcome outcome = align(knowledge.of(BitextPart.whole(bitext)), options, progress);
        progress.log(outcome.summary().describe());
        return outcome;
    }

    /** Trains on pairs that are cut, and finds their links. */
    public static Outcome align(TrainingData data, AlignOptions options, Progress progress) throws HydraException {
        TrainedModel trained = Aligners.of(options.model()).train(data, options, progress);
        progress.message("Links");
        LinkExtraction extraction = LinkExtraction.of(data.bitext(), options);
        Links links;
        try (Workers workers = new Workers(options.threads())) {
            links = extraction.extract(trained.posteriors(), data.supervision(), workers, progress);
        }
        return new Outcome(data.bitext(), trained.model(), links, extraction.summary(links));
    }

    /**
     * Cuts and numbers both sides of what is left, until there are {@code mostCells} source units times target units in pairs that are not too
     * long; the order of pairs and numbers does not depend on the threads.
     */
    static IndexedBitext index(PairBatch batch, long mostCells, AlignOptions options, Progress progress) throws HydraException {
        progress.message("Units");
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        long done = 0;
        long cells = 0;
        try (Workers workers = new Workers(options.threads())) {
            while (cells < mostCells && (batch.first() < batch.size() || batch.next(workers, progress))) {
                int k = batch.first();
                for (; k < batch.size() && cells < mostCells; k++) {
                    int sources = batch.source(k).size();
                    int targets = batch.target(k).size();
                    builder.add(batch.source(k).forms(), batch.target(k).forms());
                    cells += Math.max(sources, targets) > options.longest() ? 0 : (long) sources * targets;
                }
                done += k - batch.first();
                batch.take(k);
                progress.update(done, 0);
            }
        }
        return builder.build();
    }
}
