package org.hydraworkbench.model;

import org.jspecify.annotations.Nullable;

/**
 * Rotary position embeddings (RoFormer, Su et al. 2021): position p turns pair j of a head by p · θ^(−2j/D).
 *
 * @param theta the base θ
 * @param scaling how long contexts are reached, or null when frequencies are as trained
 */
public record Rope(double theta, @Nullable Scaling scaling) {

    /**
     * The scaling of Llama 3.1: slow frequencies are divided by {@code factor}, fast ones kept, those between blended.
     *
     * @param factor by how much slow frequencies shrink
     * @param lowFactor wavelengths above originalContext / lowFactor are slow
     * @param highFactor wavelengths below originalContext / highFactor are fast
     * @param originalContext the context length of pre-training, in tokens
     */
    public record Scaling(double factor, double lowFactor, double highFactor, int originalContext) {}

    /** Turn per position for each of {@code headDim / 2} pairs, in radians. */
    public double[] frequencies(int headDim) {
        double[] result = new double[headDim / 2];
        for (int j = 0; j < result.length; j++) {
            // Rounded as the models were trained, in float32.
            result[j] = scaled((float) (1 / (float) Math.pow(theta, 2.0 * j / headDim)));
        }
        return result;
    }

    private double scaled(double frequency) {
        if (scaling == null) {
            return frequency;
        }
        double wavelength = 2 * Math.PI / frequency;
        double turns = scaling.originalContext / wavelength;
        if (turns < scaling.lowFactor) {
            return frequency / scaling.factor;
        }
        if (turns > scaling.highFactor) {
            return frequency;
        }
        double share = (turns - scaling.lowFactor) / (scaling.highFactor - scaling.lowFactor);
        return (1 - share) * frequency / scaling.factor + share * frequency;
    }

    /** Cosine and sine of every pair at positions 0 to {@code length − 1}: [length, headDim / 2, 2] in row order. */
    float[] table(int length, int headDim) {
        double[] frequencies = frequencies(headDim);
        float[] values = new float[Math.multiplyExact(length, headDim)];
        int at = 0;
        for (int position = 0; position < length; position++) {
            for (double frequency : frequencies) {
                values[at++] = (float) Math.cos(position * frequency);
                values[at++] = (float) Math.sin(position * frequency);
            }
        }
        return values;
    }
}
