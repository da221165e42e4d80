package org.hydraworkbench.align.hmm;

import java.io.IOException;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.Aligner;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.Choices;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;

/** Trains the Bayesian HMM with fertility, {@link HmmModel}. */
public final class HmmAligner implements Aligner {

    @Override
    public TrainedModel train(TrainingData data, AlignOptions options, Progress progress) throws HydraException {
        IndexedBitext bitext = new IndexedBitext(
                data.bitext().source().mapped(HmmModel::fold), data.bitext().target().mapped(HmmModel::fold));
        int levels = options.hmm().stems() ? HmmModel.STEM_LENGTHS.length : 0;
        if (data.earlier() instanceof HmmModel earlier && earlier.statistics().stems().length != levels) {
            throw new UsageException("The earlier model was trained %s stems; train this one alike."
                    .formatted(levels == 0 ? "with" : "without"));
        }
        boolean[] usable = bitext.usable(options.longest());
        try (Workers workers = new Workers(options.threads())) {
            progress.message("Words that meet");
            TypePairs types = TypePairs.of(bitext, usable, workers, progress);
            LexicalPrior prior = LexicalPrior.of(types, data, options.hmm(), workers, progress);
            HmmClamps clamps = new HmmClamps(data.supervision(), bitext, usable);
            CellCounts cells = new CellCounts(prior, clamps, progress);
            progress.message("HMM with fertility");
            HmmTraining training = new HmmTraining(prior, cells, clamps, data.start(), options, workers, progress);
            training.run();
            HmmTables tables = training.meanTables();
            progress.checkCancelled();
            HmmStatistics learnt =
                    HmmStatistics.of(prior, training.sums(), training.states(), cells, options.hmm().cognates());
            progress.checkCancelled();
            HmmModel model = new HmmModel(
                    data.earlier() instanceof HmmModel earlier
                            ? HmmMerge.of(earlier.statistics(), data.earlierWeight(), learnt)
                            : learnt);
            ThreadLocal<HmmInference> inferences = ThreadLocal.withInitial(HmmInference::new);
            return new TrainedModel(model, pair -> {
                HmmInference inference = inferences.get();
                tables.load(pair, inference.sampler(0), inference.sampler(1));
                // The units that nothing was said of choose beside those that are settled.
                for (int d = 0; d < 2; d++) {
                    Choices choices = clamps.of(d, pair);
                    if (choices != null) {
                        inference.sampler(d).restrict(choices);
                    }
                }
                return inference.infer(tables.shape(0), tables.shape(1), model.calibration());
            });
        }
    }

    /** Passes over a bitext of so many pairs when nothing else is asked for. */
    public static int passes(int pairs) {
        return HmmTraining.passes(pairs);
    }

    @Override
    public AlignmentModel read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException {
        return HmmModel.read(in, source, target);
    }
}
