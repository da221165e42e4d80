package org.hydraworkbench.align.links;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The links of one pair, sorted by source then target index; no two join the same units.
 *
 * @param links sorted, immutable
 */
public record Alignment(List<Link> links) {

    private static final Alignment EMPTY = new Alignment(List.of());

    public Alignment {
        links = List.copyOf(links);
        for (int k = 1; k < links.size(); k++) {
            if (links.get(k - 1).compareTo(links.get(k)) >= 0) {
                throw new IllegalArgumentException("links out of order or doubled: " + links.get(k - 1) + ", " + links.get(k));
            }
        }
    }

    /** A pair without links. */
    public static Alignment empty() {
        return EMPTY;
    }

    /** Sorts {@code links}; of several that join the same units a sure one wins, else the first. */
    public static Alignment of(Iterable<Link> links) {
        List<Link> sorted = new ArrayList<>();
        links.forEach(sorted::add);
        sorted.sort(null);
        List<Link> kept = new ArrayList<>(sorted.size());
        for (Link link : sorted) {
            int last = kept.size() - 1;
            if (last < 0 || kept.get(last).compareTo(link) != 0) {
                kept.add(link);
            } else if (link.state() == LinkState.SURE && kept.get(last).state() != LinkState.SURE) {
                kept.set(last, link);
            }
        }
        return kept.isEmpty() ? EMPTY : new Alignment(kept);
    }

    /** What is held about the link that joins two units, or null where none does. */
    public @Nullable LinkState state(int source, int target) {
        int at = Collections.binarySearch(links, Link.sure(source, target));
        return at < 0 ? null : links.get(at).state();
    }

    /** The same links with source and target exchanged. */
    public Alignment reversed() {
        return of(links.stream()
                .map(link -> new Link(link.target(), link.source(), link.state(), link.confidence()))
                .toList());
    }
}
