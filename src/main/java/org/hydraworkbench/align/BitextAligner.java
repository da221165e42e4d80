package org.hydraworkbench.align;

import org.hydraworkbench.align.hmm.HmmAligner;
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
import org.jspecify.annotations.Nullable;

/**
 * Aligns a bitext of any size in bounded memory: cuts both sides into units, trains a model in both directions, hands on the links of every
 * pair. It is read in parts of {@link AlignOptions#cellsAPart}, and every part is trained on with what the parts before it taught.
 *
 * <p>Memory: four bytes for each cell of a part and some 60 for each pair of different words that meets in it, together 1 to 3.5 GB in parts
 * of the usual size (in text of 100,000 pairs and more a tenth to a fifth of the cells are such pairs, in little texts a half); and 60 bytes
 * for each pair of words that is likely a translation in any part. Models other than the HMM with fertility cannot learn in parts and need the whole bitext in memory.
 */
public final class BitextAligner {

    /**
     * What came of it.
     *
     * @param model what was learnt from all parts; it gives any pair's probabilities
     * @param summary what to tell about it
     */
    public record Outcome(AlignmentModel model, AlignmentSummary summary) {}

    /** Says what else there is to learn from, when the pairs of a part are cut into units. */
    @FunctionalInterface
    public interface Knowledge {

        /** A part with whatever is known of it. */
        TrainingData of(BitextPart part) throws HydraException;
    }

    private final PairBatch batch;
    private final Knowledge knowledge;
    private final Progress progress;
    private final LinkSink sink;
    private AlignOptions options;
    private AlignmentSummary summary = AlignmentSummary.nothing();

    private BitextAligner(PairBatch batch, Knowledge knowledge, AlignOptions options, Progress progress, LinkSink sink) {
        this.batch = batch;
        this.knowledge = knowledge;
        this.options = options;
        this.progress = progress;
        this.sink = sink;
    }

    /**
     * Aligns everything that {@code pairs} gives.
     *
     * @param knowledge asked before each part is trained on
     * @param sink given the links of a part's pairs before the next part is read
     * @throws HydraException when reading or the sink fails, or the work was cancelled
     */
    public static Outcome align(
            PairSource pairs,
            Segmenter source,
            Segmenter target,
            Knowledge knowledge,
            AlignOptions options,
            Progress progress,
            LinkSink sink)
            throws HydraException {
        return new BitextAligner(new PairBatch(pairs, source, target, options.model()), knowledge, options, progress, sink).run();
    }

    private Outcome run() throws HydraException {
        BitextPart part = next();
        AlignmentModel model = learn(part, null);
        if (options.passes() == 0) {
            options = options.withPasses(HmmAligner.passes(part.bitext().size()));
        }
        for (part = next(); part.bitext().size() > 0; part = next()) {
            progress.log("%,d pairs are aligned; going on with the next part".formatted(summary.pairs()));
            model = learn(part, model);
        }
        progress.log(summary.describe());
        return new Outcome(model, summary);
    }

    /** Trains on a part and hands on its links; returns what is known now. */
    private AlignmentModel learn(BitextPart part, @Nullable AlignmentModel before) throws HydraException {
        TrainingData known = knowledge.of(part);
        TrainingData data = before == null ? known : known.withEarlier(before, 1);
        TrainedModel trained = Aligners.of(options.model()).train(data, options, progress);
        progress.message("Links");
        IndexedBitext bitext = part.bitext();
        LinkExtraction extraction = LinkExtraction.of(bitext, options);
        Links links;
        try (Workers workers = new Workers(options.threads())) {
            links = extraction.extract(trained.posteriors(), data.supervision(), workers, progress);
        }
        for (int pair = 0; pair < bitext.size(); pair++) {
            sink.accept(bitext.source().forms(pair), bitext.target().forms(pair), links.get(pair));
        }
        summary = summary.and(extraction.summary(links));
        return trained.model();
    }

    /**
     * Cuts and numbers both sides of the next pairs, until there are cells enough in those that are not too long; the order of pairs and
     * numbers does not depend on the threads.
     */
    private BitextPart next() throws HydraException {
        progress.message("Units");
        long mostCells = options.model().learnsInParts() ? options.cellsAPart() : Long.MAX_VALUE;
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
        return new BitextPart(builder.build(), summary.pairs(), batch.isAtEnd());
    }
}
