package org.hydraworkbench.model.chat;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Items from a source that gives null at the end. Each is taken when it is first asked for, not before. */
final class Ahead implements Iterator<Object> {

    /** Gives an item, or null at the end. */
    @FunctionalInterface
    interface Source {
        @Nullable Object next();
    }

    private final Source source;
    private @Nullable Object next;

    Ahead(Source source) {
        this.source = source;
    }

    /** Items from a source that is made when the first is asked for. */
    static Ahead later(Supplier<Source> begin) {
        return new Ahead(new Source() {
            private @Nullable Source begun;

            @Override
            public @Nullable Object next() {
                Source source = begun == null ? begin.get() : begun;
                begun = source;
                return source.next();
            }
        });
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = source.next();
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
