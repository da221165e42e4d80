package org.hydraworkbench.align;

import java.io.IOException;
import org.hydraworkbench.align.hmm.HmmAligner;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.BitextPart;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Segmenter;
import org.jspecify.annotations.Nullable;

/**
 * Aligns a bitext of any size in bounded memory: it is read in parts of {@link #CELLS_A_PART} cells, and every part is trained on
 * with what the parts before it taught. A bitext that fits into one part is aligned as {@link BitextAligner} does.
 *
 * <p>Memory: four bytes for each cell of a part and some 60 for each pair of different words that meets in it, together 1 to 3.5 GB (in text of 100,000 pairs and
 * more a tenth to a fifth of the cells are such pairs, in little texts a half); and 60 bytes for each pair of words that is likely a translation
 * in any part. Models other than the HMM with fertility cannot learn in parts and need the whole bitext in memory.
 */
public final class PartAligner {

    /** Source units times target units, summed over the pairs of a part: some 200,000 pairs of 20 words. */
    static final long CELLS_A_PART = 100_000_000;

    /**
     * What came of it.
     *
     * @param model what was learnt from all parts
     * @param summary what to tell about it
     */
    public record Outcome(AlignmentModel model, BitextAligner.Summary summary) {}

    private final Segmenter source;
    private final Segmenter target;
    private final BitextAligner.Knowledge knowledge;
    private final long cellsAPart;
    private final Progress progress;
    private final StreamAligner.Sink sink;
    private AlignOptions options;
    private BitextAligner.Summary summary = BitextAligner.Summary.nothing();

    PartAligner(
            Segmenter source,
            Segmenter target,
            BitextAligner.Knowledge knowledge,
            AlignOptions options,
            long cellsAPart,
            Progress progress,
            StreamAligner.Sink sink) {
        this.source = source;
        this.target = target;
        this.knowledge = knowledge;
        this.options = options;
        this.cellsAPart = options.model().learnsInParts() ? cellsAPart : Long.MAX_VALUE;
        this.progress = progress;
        this.sink = sink;
    }

    /**
     * Aligns everything that {@code pairs} gives.
     *
     * @param knowledge asked before each part
     * @throws HydraException when reading fails or the work was cancelled
     */
    public static Outcome align(
            PairSource pairs,
            Segmenter source,
            Segmenter target,
            BitextAligner.Knowledge knowledge,
            AlignOptions options,
            Progress progress,
            StreamAligner.Sink sink)
            throws IOException, HydraException {
        return new PartAligner(source, target, knowledge, options, CELLS_A_PART, progress, sink).run(pairs);
    }

    Outcome run(PairSource pairs) throws IOException, HydraException {
        PairBatch batch = new PairBatch(pairs, source, target, options.model());
        BitextPart part = next(batch);
        AlignmentModel model = learn(part, null);
        if (options.passes() == 0) {
            options = options.withPasses(HmmAligner.passes(part.bitext().size()));
        }
        for (part = next(batch); part.bitext().size() > 0; part = next(batch)) {
            progress.log("%,d pairs are aligned; going on with the next part".formatted(summary.pairs()));
            model = learn(part, model);
        }
        progress.log(summary.describe());
        return new Outcome(model, summary);
    }

    private BitextPart next(PairBatch batch) throws HydraException {
        IndexedBitext bitext = BitextAligner.index(batch, cellsAPart, options, progress);
        return new BitextPart(bitext, summary.pairs(), batch.isAtEnd());
    }

    /** Trains on a part and hands out its links; returns what is known now. */
    private AlignmentModel learn(BitextPart part, @Nullable AlignmentModel before) throws IOException, HydraException {
        TrainingData known = knowledge.of(part);
        TrainingData data = before == null ? known : known.withEarlier(before, 1);
        BitextAligner.Outcome outcome = BitextAligner.align(data, options, progress);
        IndexedBitext bitext = outcome.bitext();
        for (int pair = 0; pair < bitext.size(); pair++) {
            sink.accept(bitext.source().forms(pair), bitext.target().forms(pair), outcome.links().get(pair));
        }
        summary = summary.and(outcome.summary());
        return outcome.model();
    }
}
