package org.hydraworkbench.align.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What a person said about a bitext, for a model to learn from and its links to respect.
 *
 * <p>Every model's links respect the verdicts. Only the HMM with fertility learns from them, and only it knows a glossary.
 *
 * @param glossary words that translate each other; an entry whose words are in no pair together changes nothing
 * @param pairs by pair number from 0, what was said about the links of single pairs
 */
public record Supervision(List<Entry> glossary, Map<Integer, Verdict> pairs) {

    private static final Supervision NONE = new Supervision(List.of(), Map.of());

    /**
     * A translation.
     *
     * @param source unit forms, one or more
     * @param target unit forms, one or more
     */
    public record Entry(List<String> source, List<String> target) {

        public Entry {
            source = List.copyOf(source);
            target = List.copyOf(target);
            if (source.isEmpty() || target.isEmpty()) {
                throw new IllegalArgumentException("an entry without a side: " + source + ", " + target);
            }
        }
    }

    /**
     * What was said about a pair.
     *
     * @param links links that were confirmed, sure or possible, or rejected
     * @param complete whether the pair has no other links than the confirmed ones
     */
    public record Verdict(Alignment links, boolean complete) {

        /** What holds of a pair: of the machine's links those that the verdict leaves, and the confirmed ones with confidence 1. */
        public Alignment over(Alignment machine) {
            List<Link> holding = new ArrayList<>();
            for (Link link : links.links()) {
                if (link.state() != LinkState.REJECTED) {
                    holding.add(new Link(link.source(), link.target(), link.state(), 1f));
                }
            }
            if (!complete) {
                machine.links().stream()
                        .filter(link -> links.state(link.source(), link.target()) == null)
                        .forEach(holding::add);
            }
            return Alignment.of(holding);
        }

        /** Whether all links lie within sides of so many units. */
        boolean fits(int sources, int targets) {
            return links.links().stream().allMatch(link -> link.source() < sources && link.target() < targets);
        }
    }

    public Supervision {
        glossary = List.copyOf(glossary);
        pairs = Map.copyOf(pairs);
    }

    /** Nobody said anything. */
    public static Supervision none() {
        return NONE;
    }

    /** What was said about a pair, or null. */
    public @Nullable Verdict verdict(int pair) {
        return pairs.isEmpty() ? null : pairs.get(pair);
    }
}
