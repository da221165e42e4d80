package org.hydraworkbench.align;

import org.hydraworkbench.align.Supervision.Verdict;

/**
 * What a verdict leaves the generated units of a sentence pair to choose from, in one direction. A unit with confirmed links chooses among
 * their given units, the surely linked ones if there are any; in a complete pair every other unit chooses NULL; what was rejected is never chosen.
 * Immutable.
 */
final class Choices {

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
     * @param direction 0 when the source is given
     */
    static Choices of(Verdict verdict, int sources, int targets, int direction) {
        Alignment links = direction == 0 ? verdict.links() : verdict.links().reversed();
        int given = direction == 0 ? sources : targets;
        int generated = direction == 0 ? targets : sources;
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
    boolean complete() {
        return complete;
    }

    /** Whether a generated unit has its links by the verdict alone. */
    boolean settled(int generated) {
        return settled[generated];
    }

    boolean allows(int generated, int given) {
        return allowed.has(generated, given);
    }

    boolean allowsNone(int generated) {
        return none[generated];
    }

    /** The choice nearest to {@code link}: itself where it is allowed, else the first that is. */
    int allowed(int generated, int link) {
        if (link == SentenceSampler.NONE ? none[generated] : allowed.has(generated, link)) {
            return link;
        }
        for (int i = 0; !none[generated] && i < allowed.targets(); i++) {
            if (allowed.has(generated, i)) {
                return i;
            }
        }
        return SentenceSampler.NONE;
    }

    /** Takes from a sampler's weights what is not to be chosen. */
    void restrict(SentenceSampler sampler) {
        for (int j = 0; j < sampler.generated; j++) {
            int row = j * sampler.given;
            for (int i = 0; i < sampler.given; i++) {
                if (!allowed.has(j, i)) {
                    sampler.lexical[row + i] = 0f;
                }
            }
            if (!none[j]) {
                sampler.none[j] = 0f;
            }
        }
    }
}
