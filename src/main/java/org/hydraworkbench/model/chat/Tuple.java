package org.hydraworkbench.model.chat;

import java.util.List;

/** A list that prints with round brackets and equals no other list. */
record Tuple(List<Object> items) {

    static Tuple of(Object... items) {
        return new Tuple(List.of(items));
    }
}
