package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where filters look inside of items: {@code "a.b.0"} is item 0 of b of a.
 *
 * @param parts texts and whole numbers; none at all is the item itself
 * @param otherwise what stands for a part that is not there
 */
record AttributePath(List<Object> parts, @Nullable Object otherwise) {

    /** The path of an argument; of none the empty one. */
    static AttributePath of(Object attribute) {
        if (attribute == None.NONE) {
            return new AttributePath(List.of(), null);
        }
        List<Object> parts = new ArrayList<>();
        if (attribute instanceof String text) {
            for (String part : text.split("\\.", -1)) {
                parts.add(part.matches("[0-9]{1,9}") ? (Object) Long.valueOf(part) : part);
            }
        } else {
            parts.add(attribute);
        }
        return new AttributePath(List.copyOf(parts), null);
    }

    AttributePath withDefault(@Nullable Object value) {
        return new AttributePath(parts, value);
    }

    /** What the path leads to. */
    Object in(Object item) {
        Object at = item;
        for (Object part : parts) {
            at = Attributes.item(at, part);
            if (at instanceof Undefined && otherwise != null) {
                at = otherwise;
            }
        }
        return at;
    }
}
