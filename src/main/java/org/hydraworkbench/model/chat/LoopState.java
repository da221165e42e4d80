package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variable {@code loop}: how far a loop is. It looks ahead only when it is asked for what comes, since looking may have effects. */
final class LoopState {

    private Iterator<Object> items;
    private long length;
    private long index0 = -1;
    private @Nullable Object before;
    private @Nullable Object current;
    private @Nullable Object after;
    private @Nullable Object lastChange;

    /**
     * @param source what is gone through
     * @param items its items
     */
    LoopState(Object source, Iterator<Object> items) {
        this.items = items;
        Collection<Object> counted = source instanceof OneShot ? null : Values.collection(source);
        length = source instanceof String text ? CodePoints.length(text) : counted == null ? -1 : counted.size();
    }

    boolean hasNext() {
        return after != null || items.hasNext();
    }

    Object next() {
        Object next = after == null ? items.next() : after;
        after = null;
        index0++;
        before = current;
        current = next;
        return next;
    }

    private @Nullable Object ahead() {
        if (after == null && items.hasNext()) {
            after = items.next();
        }
        return after;
    }

    long length() {
        if (length < 0) {
            List<Object> rest = new ArrayList<>();
            items.forEachRemaining(rest::add);
            items = rest.iterator();
            length = rest.size() + index0 + 1 + (after == null ? 0 : 1);
        }
        return length;
    }

    /** A member by name, or null when there is none. */
    @Nullable Object member(String name) {
        return switch (name) {
            case "index" -> index0 + 1;
            case "index0" -> index0;
            case "length" -> length();
            case "revindex" -> length() - index0;
            case "revindex0" -> length() - index0 - 1;
            case "first" -> index0 == 0;
            case "last" -> ahead() == null;
            case "depth" -> 1L;
            case "depth0" -> 0L;
            case "previtem" -> index0 > 0 && before != null ? before : new Undefined("there is no item before the first");
            case "nextitem" -> {
                Object next = ahead();
                yield next == null ? new Undefined("there is no item after the last") : next;
            }
            case "cycle", "changed" -> new Method(this, name);
            default -> null;
        };
    }

    /** Calls one of its methods. */
    Object call(String name, Arguments arguments) {
        List<Object> given = arguments.positional();
        if (!arguments.named().isEmpty() || (name.equals("cycle") && given.isEmpty())) {
            throw new TemplateFailure("loop." + name + "() cannot take these arguments");
        }
        if (name.equals("cycle")) {
            return given.get((int) (index0 % given.size()));
        }
        Tuple now = new Tuple(List.copyOf(given));
        boolean changed = lastChange == null || !Comparisons.equal(lastChange, now);
        lastChange = now;
        return changed;
    }
}
