package org.hydraworkbench.align;

import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Segmenter;

/** Aligns new text with a model that was trained before. Memory depends on the model and the longest pairs, not on the size of the text. */
public final class StreamAligner {

    private StreamAligner() {}

    /**
     * Aligns everything that {@code pairs} gives.
     *
     * @param options of which symmetrisation, threads and longest pair matter; the result does not depend on the threads
     * @throws HydraException when the text is cut otherwise than the model's was, when reading or the sink fails, or when cancelled
     */
    public static AlignmentSummary align(
            PortableModel portable,
            PairSource pairs,
            Segmenter source,
            Segmenter target,
            AlignOptions options,
            Progress progress,
            LinkSink sink)
            throws HydraException {
        portable.requireUnits(source, target);
        progress.message("Links");
        AlignmentModel model = portable.model();
        AlignmentSummary summary = AlignmentSummary.nothing();
        PairBatch batch = new PairBatch(pairs, source, target, model.method());
        try (Workers workers = new Workers(options.threads())) {
            while (batch.next(workers, progress)) {
                LinkExtraction extraction = new LinkExtraction(
                        batch.size(), k -> batch.source(k).size(), k -> batch.target(k).size(), options);
                Links links = extraction.extract(
                        k -> model.posteriors(batch.source(k), batch.target(k)), Supervision.none(), workers, progress);
                for (int k = 0; k < batch.size(); k++) {
                    sink.accept(batch.source(k).forms(), batch.target(k).forms(), links.get(k));
                }
                summary = summary.and(extraction.summary(links));
                progress.update(summary.pairs(), 0);
            }
        }
        progress.log(summary.describe());
        return summary;
    }
}
