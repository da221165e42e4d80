package org.hydraworkbench.project.settings;

import org.hydraworkbench.project.corpora.CorpusPurpose;

/**
 * How to measure the translations of the current Hydra.
 *
 * @param purpose the corpora whose pairs are translated
 * @param pairs at most so many pairs, from the beginning
 * @param beams of the search
 * @param maxTokens of a translation
 */
public record EvaluationSettings(CorpusPurpose purpose, int pairs, int beams, int maxTokens) {

    /** The first hundred test pairs, greedily. */
    public static EvaluationSettings defaults() {
        return new EvaluationSettings(CorpusPurpose.TEST, 100, 1, 64);
    }

    public EvaluationSettings withPurpose(CorpusPurpose value) {
        return new EvaluationSettings(value, pairs, beams, maxTokens);
    }

    public EvaluationSettings withPairs(int value) {
        return new EvaluationSettings(purpose, value, beams, maxTokens);
    }

    public EvaluationSettings withBeams(int value) {
        return new EvaluationSettings(purpose, pairs, value, maxTokens);
    }

    public EvaluationSettings withMaxTokens(int value) {
        return new EvaluationSettings(purpose, pairs, beams, value);
    }
}
