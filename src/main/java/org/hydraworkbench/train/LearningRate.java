package org.hydraworkbench.train;

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
        COSINE
    }

    public LearningRate {
        if (!(peak > 0) || Double.isInfinite(peak) || warmup < 0) {
            throw new IllegalArgumentException("learning rate " + peak + ", warm-up " + warmup);
        }
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
