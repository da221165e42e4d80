package org.hydraworkbench.mapping;

import org.hydraworkbench.align.links.Link;

/**
 * How much a link counts as evidence. A link that a model found counts its confidence; one that a person drew counts these.
 *
 * @param confirmed a link that a person confirmed or drew as sure
 * @param possible a link that a person called possible
 * @param rejected a link that a person rejected
 */
public record EvidenceWeights(double confirmed, double possible, double rejected) {

    /** The largest weight that can be counted. */
    public static final double MOST = 1000;

    public EvidenceWeights {
        for (double weight : new double[] {confirmed, possible, rejected}) {
            if (!(weight >= 0 && weight <= MOST)) {
                throw new IllegalArgumentException("a weight of evidence lies between 0 and " + MOST + ", not at " + weight);
            }
        }
    }

    /** 10, 5 and 0. */
    public static EvidenceWeights defaults() {
        return new EvidenceWeights(10, 5, 0);
    }

    /** A link that a person set. */
    public WeightedLink byPerson(Link link) {
        double weight = switch (link.state()) {
            case SURE -> confirmed;
            case POSSIBLE -> possible;
            case REJECTED -> rejected;
        };
        return new WeightedLink(link.source(), link.target(), weight);
    }

    /** A link that a model found or a file gives: its confidence; a possible one counts less by as much as with people. */
    public WeightedLink byMachine(Link link) {
        double weight = switch (link.state()) {
            case SURE -> link.confidence();
            case POSSIBLE -> confirmed == 0 ? 0 : link.confidence() * Math.min(1, possible / confirmed);
            case REJECTED -> 0;
        };
        return new WeightedLink(link.source(), link.target(), weight);
    }
}
