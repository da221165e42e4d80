package org.hydraworkbench.align.links;

import java.util.Comparator;

/**
 * One link between two units of a pair.
 *
 * @param source index of the source unit, from 0
 * @param target index of the target unit, from 0
 * @param state what is held about it
 * @param confidence how much the model believes in it, 0 to 1; 1 where nobody said
 */
public record Link(int source, int target, LinkState state, float confidence) implements Comparable<Link> {

    private static final Comparator<Link> ORDER = Comparator.comparingInt(Link::source).thenComparingInt(Link::target);

    public Link {
        if (source < 0 || target < 0) {
            throw new IllegalArgumentException("negative index in link " + source + "-" + target);
        }
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not between 0 and 1");
        }
    }

    /** A sure link with confidence 1. */
    public static Link sure(int source, int target) {
        return new Link(source, target, LinkState.SURE, 1f);
    }

    /** A possible link with confidence 1. */
    public static Link possible(int source, int target) {
        return new Link(source, target, LinkState.POSSIBLE, 1f);
    }

    /** By source index, then target index. */
    @Override
    public int compareTo(Link other) {
        return ORDER.compare(this, other);
    }
}
