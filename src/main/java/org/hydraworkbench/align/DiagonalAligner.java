package org.hydraworkbench.align;

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
        boolean[] usable = Ibm1Training.usable(bitext, options.longest());
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

    private DiagonalModel.OneWay direction(
            TypePairs pairs, Direction direction, int passes, Workers workers, Progress progress) throws HydraException {
        DiagonalTraining trained = new DiagonalTraining(pairs, direction, settings, workers, progress).run(passes);
        return new DiagonalModel.OneWay(trained.table(), new DiagonalPrior(trained.tension()));
    }
}
