package org.hydraworkbench.model.chat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Look-ups in dicts, where keys are one when they are equal as values are: 1, 1.0 and true. */
final class Dicts {

    private Dicts() {}

    /** The value of a key, or null. */
    static @Nullable Object find(Map<Object, Object> dict, Object key) {
        Object present = present(dict, key);
        return present == null ? null : dict.get(present);
    }

    /** Adds or replaces; a key that is there stays as it was written first. */
    static void put(Map<Object, Object> dict, Object key, Object value) {
        checkKey(key);
        Object present = present(dict, key);
        dict.put(present == null ? key : present, value);
    }

    private static @Nullable Object present(Map<Object, Object> dict, Object key) {
        if (key instanceof String) {
            return dict.containsKey(key) ? key : null;
        }
        for (Object each : dict.keySet()) {
            if (!(each instanceof String) && Comparisons.equal(each, key)) {
                return each;
            }
        }
        return null;
    }

    static boolean isKey(Object value) {
        return switch (value) {
            case List<?> _, Map<?, ?> _ -> false;
            case Tuple tuple -> tuple.items().stream().allMatch(Dicts::isKey);
            default -> true;
        };
    }

    /**
     * @throws TemplateFailure when the value cannot be a key
     */
    static void checkKey(Object value) {
        if (!isKey(value)) {
            throw new TemplateFailure("a value of the type " + Values.typeName(value) + " cannot be a key");
        }
    }
}
