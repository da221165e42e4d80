package org.hydraworkbench.model.family;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rotary position embeddings (RoFormer, Su et al. 2021): position p turns pair j of a head by p · θ^(−2j/D).
 *
 * @param theta the base θ
 * @param share of a head's numbers, the first of them, that are turned; they count as D above
 * @param scaling how long contexts are reached, or null when frequencies are as trained
 */
public record Rope(double theta, double share, @Nullable Scaling scaling) {

    /** Of whole heads. */
    public Rope(double theta, @Nullable Scaling scaling) {
        this(theta, 1, scaling);
    }

    /** Longer texts than this, in tokens, are turned otherwise. */
    int changesAfter() {
        return scaling == null ? Integer.MAX_VALUE : scaling.changesAfter();
    }

    /** That of these longer ones. */
    Rope changed() {
        return scaling == null ? this : new Rope(theta, share, scaling.changed());
    }

    /** How many numbers of a head of {@code headDim} are turned. */
    public int width(int headDim) {
        return (int) (headDim * share);
    }

    /** A way to longer contexts than a model was first trained for. */
    public sealed interface Scaling permits Llama3, Linear, Yarn, LongRope, Still {

        /** The frequency of a pair, given what it is without scaling. */
        double frequency(int pair, double plain, int width, double theta);

        /** What cosines and sines are multiplied by, so that attention keeps its sharpness. */
        default double size() {
            return 1;
        }

        /** Longer texts than this, in tokens, are turned otherwise. */
        default int changesAfter() {
            return Integer.MAX_VALUE;
        }

        /** How longer ones are. */
        default Scaling changed() {
            return this;
        }
    }

    /**
     * The scaling of Llama 3.1: slow frequencies are divided by {@code factor}, fast ones kept, those between blended.
     *
     * @param factor by how much slow frequencies shrink
     * @param lowFactor wavelengths above originalContext / lowFactor are slow
     * @param highFactor wavelengths below originalContext / highFactor are fast
     * @param originalContext the context length of pre-training, in tokens
     */
    public record Llama3(double factor, double lowFactor, double highFactor, int originalContext) implements Scaling {

        @Override
        public double frequency(int pair, double plain, int width, double theta) {
            double turns = originalContext / (2 * Math.PI / plain);
            if (turns < lowFactor) {
                return plain / factor;
            }
            if (turns > highFactor) {
                return plain;
            }
            double share = (turns - lowFactor) / (highFactor - lowFactor);
            return (1 - share) * plain / factor + share * plain;
        }
    }

    /** All frequencies divided by a factor (Chen et al. 2023). */
    public record Linear(double factor) implements Scaling {

        @Override
        public double frequency(int pair, double plain, int width, double theta) {
            return plain / factor;
        }
    }

    /**
     * YaRN (Peng et al. 2023): pairs that turn often within the original context are kept, those that turn seldom are divided by the factor,
     * those between are blended by a ramp over the pairs.
     *
     * @param factor by how much the context grows
     * @param originalContext the context length of pre-training, in tokens
     * @param fast pairs that turn at least so often are kept
     * @param slow pairs that turn at most so often are divided
     * @param truncated whether the ramp begins and ends at whole pairs
     * @param size what cosines and sines are multiplied by
     */
    public record Yarn(double factor, int originalContext, double fast, double slow, boolean truncated, double size) implements Scaling {

        private static final double LEAST_RAMP = .001;

        /** The size that follows from a factor: 0.1 · weight · ln(factor) + 1. */
        static double usualSize(double factor, double weight) {
            return factor <= 1 ? 1 : .1 * weight * Math.log(factor) + 1;
        }

        @Override
        public double frequency(int pair, double plain, int width, double theta) {
            double low = pairTurning(fast, width, theta);
            double high = pairTurning(slow, width, theta);
            low = Math.max(truncated ? Math.floor(low) : low, 0);
            high = Math.min(truncated ? Math.ceil(high) : high, width - 1.0);
            double ramp = Math.clamp((pair - low) / (high == low ? LEAST_RAMP : high - low), 0, 1);
            return plain / factor * ramp + plain * (1 - ramp);
        }

        /** Which pair, as a number with a fraction, turns so often within the original context. */
        private double pairTurning(double often, int width, double theta) {
            return width * Math.log(originalContext / (often * 2 * Math.PI)) / (2 * Math.log(theta));
        }
    }

    /**
     * LongRoPE (Ding et al. 2024): each pair's frequency divided by a factor of its own, another one in texts beyond the original context.
     *
     * @param within one for each pair, in texts within the original context
     * @param beyond one for each pair, in longer texts, from their first token on
     * @param originalContext the context length of pre-training, in tokens
     * @param size what cosines and sines are multiplied by
     */
    public record LongRope(List<Double> within, List<Double> beyond, int originalContext, double size) implements Scaling {

        public LongRope {
            within = List.copyOf(within);
            beyond = List.copyOf(beyond);
        }

        @Override
        public double frequency(int pair, double plain, int width, double theta) {
            return plain / within.get(pair);
        }

        @Override
        public int changesAfter() {
            return originalContext;
        }

        @Override
        public Scaling changed() {
            return new LongRope(beyond, beyond, Integer.MAX_VALUE, size);
        }
    }

    /** Nothing is turned: the layer does not see where a token stands. */
    public record Still() implements Scaling {

        @Override
        public double frequency(int pair, double plain, int width, double theta) {
            return 0;
        }
    }

    /** Turn per position for each pair that is turned, in radians. */
    public double[] frequencies(int headDim) {
        int width = width(headDim);
        return IntStream.range(0, width / 2)
                .mapToDouble(pair -> {
                    // Rounded as the models were trained, in float32.
                    double plain = (float) (1 / (float) Math.pow(theta, 2.0 * pair / width));
                    return scaling == null ? plain : scaling.frequency(pair, plain, width, theta);
                })
                .toArray();
    }

    /** Cosines, then sines, of every pair that is turned, at positions 0 to {@code length − 1}: [length, 2, {@link #width} / 2] in row order. */
    public float[] table(int length, int headDim) {
        double[] frequencies = frequencies(headDim);
        double size = scaling == null ? 1 : scaling.size();
        float[] values = new float[Math.multiplyExact(length, 2 * frequencies.length)];
        int at = 0;
        for (int position = 0; position < length; position++) {
            for (int pair = 0; pair < frequencies.length; pair++) {
                double turn = position * frequencies[pair];
                values[at + pair] = (float) (Math.cos(turn) * size);
                values[at + frequencies.length + pair] = (float) (Math.sin(turn) * size);
            }
            at += 2 * frequencies.length;
        }
        return values;
    }
}
