package org.hydraworkbench.project.work;

import java.util.List;

/**
 * Whether an artefact still follows from what is current.
 *
 * @param reasons why not, as sentences for a person; empty when it does
 */
public record Staleness(List<String> reasons) {

    public Staleness {
        reasons = List.copyOf(reasons);
    }

    public boolean isStale() {
        return !reasons.isEmpty();
    }
}
