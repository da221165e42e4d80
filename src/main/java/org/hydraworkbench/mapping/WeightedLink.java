package org.hydraworkbench.mapping;

/**
 * A link as evidence.
 *
 * @param source index of the source unit in its sentence
 * @param target index of the target unit in its sentence
 * @param weight what it counts, 0 to {@link EvidenceWeights#MOST}
 */
public record WeightedLink(int source, int target, double weight) {

    public WeightedLink {
        if (source < 0 || target < 0 || !(weight >= 0 && weight <= EvidenceWeights.MOST)) {
            throw new IllegalArgumentException("link " + source + "-" + target + " with weight " + weight);
        }
    }
}
