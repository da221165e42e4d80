package org.hydraworkbench.align;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** Trains IBM model 1 with NULL in both directions, with exact soft counts (Brown et al. 1993). */
public final class Ibm1Aligner implements Aligner {

    @Override
    public AlignmentModel train(IndexedBitext bitext, AlignOptions options, Progress progress) throws HydraException {
        progress.message("IBM model 1, source to target");
        LexicalTable forward = table(bitext, options, progress);
        progress.message("IBM model 1, target to source");
        LexicalTable reverse = table(bitext.reversed(), options, progress);
        return new Ibm1Model(bitext.source().vocabulary(), bitext.target().vocabulary(), forward, reverse);
    }

    private static LexicalTable table(IndexedBitext bitext, AlignOptions options, Progress progress) throws HydraException {
        return LexicalTable.of(expectedCounts(bitext, options.passes(), options.longest(), options.threads(), progress));
    }

    /**
     * The expected counts of the last of {@code passes} expectation steps, source given, target generated.
     *
     * @param longest pairs with a longer side teach nothing
     */
    public static ExpectedCounts expectedCounts(
            IndexedBitext bitext, int passes, int longest, int threads, Progress progress) throws HydraException {
        try (Workers workers = new Workers(threads)) {
            return new Ibm1Training(bitext, longest, workers, progress).run(passes);
        }
    }
}
