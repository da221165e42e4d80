package org.hydraworkbench.model.chat;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items from a source that gives null at the end. Each is taken when it is first asked for, not before. */
final class Ahead implements Iterator<Object> {

    private final Supplier<@Nullable Object> source;
    private @Nullable Object next;

    Ahead(Supplier<@Nullable Object> source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = source.get();
        }
        return next != null;
    }

    @Override
    public Object next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Object item = next;
        next = null;
        return item;
    }
}
