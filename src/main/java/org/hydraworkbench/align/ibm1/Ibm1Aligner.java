package org.hydraworkbench.align.ibm1;

import java.io.IOException;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.Aligner;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.LexicalTable;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** Trains IBM model 1 with NULL in both directions, with exact soft counts (Brown et al. 1993). */
public final class Ibm1Aligner implements Aligner {

    /** With more the table fits the training text too closely. */
    private static final int PASSES = 8;

    /** Probabilities below this are left out: they cannot change a posterior by more than one in a hundred thousand times their number. */
    private static final double SMALLEST = 1e-7;

    @Override
    public TrainedModel train(TrainingData data, AlignOptions options, Progress progress) throws HydraException {
        IndexedBitext bitext = data.bitext();
        progress.message("IBM model 1, source to target");
        LexicalTable forward = table(bitext, options, progress);
        progress.message("IBM model 1, target to source");
        LexicalTable reverse = table(bitext.reversed(), options, progress);
        return new Ibm1Model(bitext.source().vocabulary(), bitext.target().vocabulary(), forward, reverse).trainedOn(bitext);
    }

    @Override
    public AlignmentModel read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException {
        return Ibm1Model.read(in, source, target);
    }

    private static LexicalTable table(IndexedBitext bitext, AlignOptions options, Progress progress) throws HydraException {
        int passes = options.passesOr(PASSES);
        return table(expectedCounts(bitext, passes, options.longest(), options.threads(), progress));
    }

    /** Normalises each row and drops what is negligible. */
    private static LexicalTable table(ExpectedCounts counts) throws HydraException {
        return LexicalTable.of(counts.rows(), sink -> {
            for (int r = 0; r < counts.rows(); r++) {
                double total = counts.total(r);
                for (int k = counts.rowStarts()[r]; k < counts.rowStarts()[r + 1]; k++) {
                    double t = counts.values()[k] / total;
                    if (t >= SMALLEST) {
                        sink.cell(r, counts.columns()[k], (float) t);
                    }
                }
            }
        });
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
