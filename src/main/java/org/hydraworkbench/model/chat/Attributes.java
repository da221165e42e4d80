package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What {@code value.name} and {@code value[key]} are. A method comes first in the one and last in the other, as in Jinja; methods that
 * change a list or dict are not to be had.
 */
final class Attributes {

    private static final Set<String> OF_TEXT = Set.of(
            "capitalize", "casefold", "center", "count", "encode", "endswith", "expandtabs", "find", "format", "format_map", "index",
            "isalnum", "isalpha", "isascii", "isdecimal", "isdigit", "isidentifier", "islower", "isnumeric", "isprintable", "isspace",
            "istitle", "isupper", "join", "ljust", "lower", "lstrip", "maketrans", "partition", "removeprefix", "removesuffix", "replace",
            "rfind", "rindex", "rjust", "rpartition", "rsplit", "rstrip", "split", "splitlines", "startswith", "strip", "swapcase", "title",
            "translate", "upper", "zfill");
    private static final Set<String> OF_DICT = Set.of("copy", "fromkeys", "get", "items", "keys", "values");
    private static final Set<String> CHANGING_DICT = Set.of("clear", "pop", "popitem", "setdefault", "update");
    private static final Set<String> OF_LIST = Set.of("copy", "count", "index");
    private static final Set<String> CHANGING_LIST =
            Set.of("append", "clear", "extend", "insert", "pop", "remove", "reverse", "sort");
    private static final Set<String> OF_TUPLE = Set.of("count", "index");

    private Attributes() {}

    /** {@code value.name}. */
    static Object attribute(Object value, String name) {
        Object own = own(value, name);
        if (own != null) {
            return own;
        }
        Object item = value instanceof Map<?, ?> dict ? dict.get(name) : null;
        return item == null ? missing(value, name) : item;
    }

    /** {@code value[key]}. */
    static Object item(Object value, Object key) {
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        Object item = inside(value, key);
        if (item == null && key instanceof String name) {
            item = own(value, name);
        }
        return item == null ? missing(value, key) : item;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Object inside(Object value, Object key) {
        if (value instanceof Map<?, ?> dict) {
            return Dicts.isKey(key) ? Dicts.find((Map<Object, Object>) dict, key) : null;
        }
        BigInteger index = Numbers.integer(key);
        if (index == null || index.bitLength() >= Integer.SIZE) {
            return null;
        }
        int number = index.intValue();
        if (value instanceof String text) {
            int length = CodePoints.length(text);
            int at = number < 0 ? number + length : number;
            return at >= 0 && at < length ? CodePoints.part(text, at, at + 1) : null;
        }
        List<Object> items = Values.sequence(value);
        if (items == null) {
            return null;
        }
        int at = number < 0 ? number + items.size() : number;
        return at >= 0 && at < items.size() ? items.get(at) : null;
    }

    /** A method or a member, or null. */
    private static @Nullable Object own(Object value, String name) {
        return switch (value) {
            case Undefined undefined -> throw undefined.failure();
            case String _ when OF_TEXT.contains(name) -> new Method(value, name);
            case Map<?, ?> _ when OF_DICT.contains(name) -> new Method(value, name);
            case Map<?, ?> _ when CHANGING_DICT.contains(name) -> unsafe(value, name);
            case List<?> _ when OF_LIST.contains(name) -> new Method(value, name);
            case List<?> _ when CHANGING_LIST.contains(name) -> unsafe(value, name);
            case Tuple _, Range _ when OF_TUPLE.contains(name) -> new Method(value, name);
            case LoopState loop -> loop.member(name);
            case Namespace namespace when !name.startsWith("_") -> namespace.members().get(name);
            default -> null;
        };
    }

    private static Undefined unsafe(Object value, String name) {
        return new Undefined("'" + name + "' would change a " + Values.typeName(value) + ", which a template may not do");
    }

    private static Undefined missing(Object value, Object key) {
        return new Undefined("a value of the type " + Values.typeName(value) + " has no "
                + (key instanceof String ? "" : "item ") + Printed.literal(key));
    }

    static TemplateFailure unknownMethod(Object value, String name) {
        return new TemplateFailure("the method '" + name + "' of a " + Values.typeName(value) + " is not known here");
    }
}
