package org.hydraworkbench.align.diagonal;

import java.io.IOException;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.Aligner;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** Trains the diagonal model, {@link DiagonalModel}, in both directions. */
public final class DiagonalAligner implements Aligner {

    /** Four that train, and the decoding. */
    private static final int PASSES = 5;

    private final DiagonalOptions settings;

    public DiagonalAligner() {
        this(DiagonalOptions.defaults());
    }

    DiagonalAligner(DiagonalOptions settings) {
        this.settings = settings;
    }

    @Override
    public TrainedModel train(TrainingData data, AlignOptions options, Progress progress) throws HydraException {
        IndexedBitext bitext = data.bitext();
        boolean[] usable = bitext.usable(options.longest());
        int passes = options.passesOr(PASSES);
        try (Workers workers = new Workers(options.threads())) {
            progress.message("Words that meet");
            TypePairs pairs = TypePairs.of(bitext, usable, workers, progress);
            progress.message("Diagonal model, source to target");
            DiagonalModel.OneWay forward = direction(pairs, Direction.FORWARD, passes, workers, progress);
            progress.message("Diagonal model, target to source");
            DiagonalModel.OneWay reverse = direction(pairs, Direction.REVERSE, passes, workers, progress);
            DiagonalModel model = new DiagonalModel(
                    bitext.source().vocabulary(), bitext.target().vocabulary(), settings.nullProbability(), forward, reverse);
            return model.trainedOn(bitext);
        }
    }

    @Override
    public AlignmentModel read(BinaryInput in, Vocabulary source, Vocabulary target) throws IOException, HydraException {
        return DiagonalModel.read(in, source, target);
    }

    private DiagonalModel.OneWay direction(
            TypePairs pairs, Direction direction, int passes, Workers workers, Progress progress) throws HydraException {
        DiagonalTraining trained = new DiagonalTraining(pairs, direction, settings, workers, progress).run(passes);
        return new DiagonalModel.OneWay(trained.table(), new DiagonalPrior(trained.tension()));
    }
}
