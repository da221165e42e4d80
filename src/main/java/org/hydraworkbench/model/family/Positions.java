package org.hydraworkbench.model.family;

import java.util.Collections;
import java.util.List;

/**
 * How layers are told where tokens stand.
 *
 * @param ropes the ways to turn that there are
 * @param kinds for each layer which of them
 */
public record Positions(List<Rope> ropes, List<Integer> kinds) {

    public Positions {
        ropes = List.copyOf(ropes);
        kinds = List.copyOf(kinds);
    }

    /** How many numbers of a head of {@code headDim} are turned in the layers that turn any. */
    public int turned(int headDim) {
        return ropes.getFirst().width(headDim);
    }

    /** Longer texts than this, in tokens, are turned otherwise, from their first token on. */
    public int changesAfter() {
        return ropes.stream().mapToInt(Rope::changesAfter).min().orElse(Integer.MAX_VALUE);
    }

    /** The ways of these longer texts. */
    public List<Rope> changed() {
        return ropes.stream().map(Rope::changed).toList();
    }

    /** Whether texts of both lengths are turned alike. */
    public boolean alike(int tokens, int others) {
        return tokens > changesAfter() == others > changesAfter();
    }

    /** One way for all layers. */
    static Positions same(Rope rope, int layers) {
        return new Positions(List.of(rope), Collections.nCopies(layers, 0));
    }
}
