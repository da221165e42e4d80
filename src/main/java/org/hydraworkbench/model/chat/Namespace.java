package org.hydraworkbench.model.chat;

import java.util.Map;

/** What {@code namespace()} makes: variables that keep their values beyond a loop. The only thing that a template can change. */
record Namespace(Map<Object, Object> members) {

    /** Namespaces are equal only to themselves. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
