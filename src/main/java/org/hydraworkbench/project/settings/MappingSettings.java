package org.hydraworkbench.project.settings;

import org.hydraworkbench.mapping.EvidenceWeights;

/**
 * How to make a mapping from links.
 *
 * @param method from the project's links and edits, or as the published library does
 * @param minCount cells of less evidence are left out; 0 keeps all
 * @param weights what links count
 */
public record MappingSettings(Method method, int minCount, EvidenceWeights weights) {

    /** Ways to make a mapping. */
    public enum Method {
        /** From the links of the current alignment and the edits; follows every edit at once. */
        IMPROVED,
        /** As Remy et al. 2024 did, with an alignment of its own; takes no notice of edits. */
        REFERENCE
    }

    /** From links and edits, all evidence. */
    public static MappingSettings defaults() {
        return new MappingSettings(Method.IMPROVED, 0, EvidenceWeights.defaults());
    }

    /** As in the published library: counts below 10 dropped. */
    public static MappingSettings reference() {
        return new MappingSettings(Method.REFERENCE, 10, EvidenceWeights.defaults());
    }

    public MappingSettings withMinCount(int value) {
        return new MappingSettings(method, value, weights);
    }

    public MappingSettings withWeights(EvidenceWeights value) {
        return new MappingSettings(method, minCount, value);
    }
}
