package org.hydraworkbench.model.family;

import java.util.Collections;
import java.util.List;

/**
 * How far back tokens look.
 *
 * @param size tokens that one sees in some of the layers, itself included
 * @param near for each layer whether it is one of these; in the others a token sees all before it
 */
public record Window(int size, List<Boolean> near) {

    public Window {
        near = List.copyOf(near);
    }

    /** All the way in all layers. */
    static Window none(int layers) {
        return new Window(Integer.MAX_VALUE, Collections.nCopies(layers, false));
    }

    /** The same in all layers. */
    static Window all(int size, int layers) {
        return new Window(size, Collections.nCopies(layers, true));
    }

    /** Whether a text of so many tokens has some that do not see all before them. */
    public boolean cuts(int tokens) {
        return size < tokens && near.contains(true);
    }
}
