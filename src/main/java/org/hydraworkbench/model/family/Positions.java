package org.hydraworkbench.model.family;

import java.util.Collections;
import java.util.List;

/**
 * How layers are told where tokens stand.
 *
 * @param ropes the ways to turn that there are
 * @param kinds for each layer which of them
 * @param longest the longest text that is read so, in tokens
 */
public record Positions(List<Rope> ropes, List<Integer> kinds, int longest) {

    public Positions {
        ropes = List.copyOf(ropes);
        kinds = List.copyOf(kinds);
    }

    /** How many numbers of a head of {@code headDim} are turned in the layers that turn any. */
    public int turned(int headDim) {
        return ropes.getFirst().width(headDim);
    }

    /** One way for all layers. */
    static Positions same(Rope rope, int layers, int longest) {
        return new Positions(List.of(rope), Collections.nCopies(layers, 0), longest);
    }
}
