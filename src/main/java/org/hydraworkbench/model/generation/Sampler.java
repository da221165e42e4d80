package org.hydraworkbench.model.generation;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chooses the next token from scores: the best one, or a draw. */
final class Sampler {

    /** What shapes a draw does not look at the text. */
    private static final int[] NO_TEXT = {};

    private final boolean draws;
    private final List<LogitsProcessor> processors;
    private final RandomGenerator random;

    Sampler(Sampling sampling) {
        this.draws = sampling.draws();
        this.processors = draws ? sampling.processors() : List.of();
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(sampling.seed());
    }

    /** The next token; {@code scores} may be changed. */
    int choose(float[] scores, int start, int size) {
        if (!draws) {
            return Scores.best(scores, start, size);
        }
        processors.forEach(each -> each.process(scores, start, size, NO_TEXT));
        double[] probabilities = Scores.softmax(scores, start, size);
        double mark = random.nextDouble();
        for (int id = 0; id < size; id++) {
            mark -= probabilities[id];
            if (mark < 0) {
                return id;
            }
        }
        return Scores.best(scores, start, size);
    }
}
