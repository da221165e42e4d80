package org.hydraworkbench.train;

import java.util.Map;
import org.hydraworkbench.base.Choice;

/**
 * The learning rate over a run: it rises linearly for some steps, then falls or stays.
 *
 * @param peak its highest value
 * @param warmup steps it rises for
 * @param decay what it does afterwards
 */
public record LearningRate(double peak, int warmup, Decay decay) {

    /** What the rate does after warming up. */
    public enum Decay {
        /** Stays. */
        CONSTANT,
        /** Falls to 0 in a line. */
        LINEAR,
        /** Falls to 0 along half a cosine. */
        COSINE;

        /** By these they are stored and typed. */
        public static final Choice<Decay> CODES = Choice.of(values(), decay -> switch (decay) {
            case CONSTANT -> "constant";
            case LINEAR -> "linear";
            case COSINE -> "cosine";
        });
    }

    /** @throws IllegalArgumentException with a sentence for each number that cannot be used, see {@link TrainNumber} */
    public LearningRate {
        TrainNumber.require(Map.of(TrainNumber.RATE, peak, TrainNumber.WARMUP, warmup));
    }

    /** The steps that a run of {@code steps} usually warms up for: a tenth, at most 100. */
    public static int usualWarmup(int steps) {
        return Math.clamp(steps / 10, 0, 100);
    }

    /** The rate of step {@code step}, counted from 1, of {@code steps}. */
    public double at(long step, long steps) {
        if (step <= warmup) {
            return peak * step / warmup;
        }
        double gone = (step - 1.0 - warmup) / Math.max(1, steps - warmup);
        return switch (decay) {
            case CONSTANT -> peak;
            case LINEAR -> peak * Math.max(0, 1 - gone);
            case COSINE -> peak * (1 + Math.cos(Math.PI * Math.min(1, gone))) / 2;
        };
    }
}
