package org.hydraworkbench.align.hmm;

import org.hydraworkbench.align.model.Calibration;
import org.hydraworkbench.align.model.PairPosteriors;

/**
 * Estimates the posteriors of one sentence pair under parameters that stand fixed: its links are drawn some times, and the distributions
 * that they were drawn from are averaged (Rao–Blackwell). Has scratch memory; used by one thread at a time.
 */
final class HmmInference {

    private static final int UNCOUNTED = 4;
    private static final int COUNTED = 16;

    private final SentenceSampler[] both = {new SentenceSampler(), new SentenceSampler()};
    private final Draws draws = new Draws();

    /** The sampler of a direction, for its lexical weights to be loaded. */
    SentenceSampler sampler(int direction) {
        return both[direction];
    }

    /** The posteriors of the pair whose weights are loaded. */
    PairPosteriors infer(HmmShape forward, HmmShape reverse, Calibration calibration) {
        run(both[0], forward);
        run(both[1], reverse);
        int n = both[0].given;
        int m = both[0].generated;
        float[][] forwardMarginals = new float[n][m];
        float[][] reverseMarginals = new float[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                forwardMarginals[i][j] = both[0].marginals[j * n + i] / COUNTED;
                reverseMarginals[i][j] = both[1].marginals[i * m + j] / COUNTED;
            }
        }
        return new PairPosteriors(forwardMarginals, reverseMarginals, noneOf(both[0]), noneOf(both[1]), calibration);
    }

    private void run(SentenceSampler sampler, HmmShape shape) {
        sampler.startAtBest();
        sampler.clearMarginals();
        draws.restart(sampler.given, sampler.generated, 0);
        for (int pass = 0; pass < UNCOUNTED + COUNTED; pass++) {
            sampler.sample(shape, draws, pass >= UNCOUNTED);
        }
    }

    private static float[] noneOf(SentenceSampler sampler) {
        float[] none = new float[sampler.generated];
        for (int j = 0; j < none.length; j++) {
            none[j] = sampler.noneMarginals[j] / COUNTED;
        }
        return none;
    }
}
