package org.hydraworkbench.align;

import java.util.List;
import java.util.Map;

/**
 * What a person said about a bitext, for a model to learn from and its links to respect.
 *
 * @param glossary words that translate each other
 * @param pairs by pair number, what was said about the links of single pairs
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
        }
    }

    /**
     * What was said about a pair.
     *
     * @param links links that were confirmed, sure or possible, or rejected
     * @param complete whether the pair has no other links than the confirmed ones
     */
    public record Verdict(Alignment links, boolean complete) {}

    public Supervision {
        glossary = List.copyOf(glossary);
        pairs = Map.copyOf(pairs);
    }

    /** Nobody said anything. */
    public static Supervision none() {
        return NONE;
    }
}
