package org.hydraworkbench.align.model;

import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkGrid;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.model.Supervision.Verdict;

/**
 * What a verdict leaves the generated units of a sentence pair to choose from, in one direction. A unit with confirmed links chooses among
 * their given units, the surely linked ones if there are any; in a complete pair every other unit chooses NULL; what was rejected is never chosen.
 * Immutable.
 */
public final class Choices {

    /** The link of a unit that NULL generated. */
    public static final int NONE = -1;

    private final LinkGrid allowed; // generated × given
    private final boolean[] none;
    private final boolean[] settled;
    private final boolean complete;

    private Choices(int given, int generated, boolean complete) {
        this.allowed = new LinkGrid(generated, given);
        this.none = new boolean[generated];
        this.settled = new boolean[generated];
        this.complete = complete;
    }

    /**
     * The choices that a verdict leaves.
     *
     * @param sources number of source units
     * @param targets number of target units
     * @param direction whose links are chosen
     */
    public static Choices of(Verdict verdict, int sources, int targets, Direction direction) {
        boolean forward = direction == Direction.FORWARD;
        Alignment links = forward ? verdict.links() : verdict.links().reversed();
        int given = forward ? sources : targets;
        int generated = forward ? targets : sources;
        Choices choices = new Choices(given, generated, verdict.complete());
        for (int j = 0; j < generated; j++) {
            choices.settle(links, j, given);
        }
        return choices;
    }

    private void settle(Alignment links, int j, int given) {
        LinkState best = null;
        for (Link link : links.links()) {
            if (link.target() == j && link.state() != LinkState.REJECTED && best != LinkState.SURE) {
                best = link.state();
            }
        }
        settled[j] = complete || best != null;
        none[j] = best == null;
        for (int i = 0; i < given; i++) {
            LinkState state = links.state(i, j);
            if (best != null ? state == best : !complete && state == null) {
                allowed.add(j, i);
            }
        }
    }

    /** Whether the pair has only confirmed links. */
    public boolean complete() {
        return complete;
    }

    /** Whether a generated unit has its links by the verdict alone. */
    public boolean settled(int generated) {
        return settled[generated];
    }

    public boolean allows(int generated, int given) {
        return allowed.has(generated, given);
    }

    public boolean allowsNone(int generated) {
        return none[generated];
    }

    /** The choice nearest to {@code link}: itself where it is allowed, else the first that is. */
    public int allowed(int generated, int link) {
        if (link == NONE ? none[generated] : allowed.has(generated, link)) {
            return link;
        }
        for (int i = 0; !none[generated] && i < allowed.targets(); i++) {
            if (allowed.has(generated, i)) {
                return i;
            }
        }
        return NONE;
    }
}
