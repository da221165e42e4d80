package org.hydraworkbench.project.links;

import org.hydraworkbench.align.links.LinkState;

/**
 * A link as it holds now: what the machine found, unless a person said otherwise.
 *
 * @param source index of the source segment
 * @param target index of the target segment
 * @param state sure, possible, or rejected by a person
 * @param confidence the machine's confidence in it, 0 to 1; 0 where the machine does not propose it
 * @param origin whose word holds
 */
public record EffectiveLink(int source, int target, LinkState state, float confidence, Origin origin) {

    /** Whose word a link is. */
    public enum Origin {
        MACHINE,
        EDITED
    }
}
