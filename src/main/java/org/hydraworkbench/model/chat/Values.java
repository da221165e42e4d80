package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of templates: {@link String}, {@link Long} (or {@link BigInteger} where that is too small), {@link Double}, {@link Boolean},
 * {@link None}, {@link Undefined}, {@link List}, {@link Tuple}, {@link Map}, {@link Range}, {@link DictView}, {@link OneShot},
 * {@link Namespace}, {@link LoopState} and {@link Function}. None is Java's null.
 */
final class Values {

    /** No text and no list of a template becomes longer. */
    static final int MOST_LENGTH = 16 << 20;

    private Values() {}

    /**
     * The value for one of Java's.
     *
     * @throws IllegalArgumentException when there is none for its class
     */
    static Object of(@Nullable Object plain) {
        return switch (plain) {
            case null -> None.NONE;
            case String _, Boolean _, Long _, Double _ -> plain;
            case Integer number -> number.longValue();
            case BigInteger number -> Numbers.whole(number);
            case Collection<?> items -> {
                List<Object> list = new ArrayList<>(items.size());
                items.forEach(item -> list.add(of(item)));
                yield list;
            }
            case Map<?, ?> entries -> {
                Map<Object, Object> dict = LinkedHashMap.newLinkedHashMap(entries.size());
                entries.forEach((key, value) -> dict.put(of(key), of(value)));
                yield dict;
            }
            default -> throw new IllegalArgumentException("no value of a template: " + plain.getClass());
        };
    }

    /** Whether it counts as true. */
    static boolean isTrue(Object value) {
        return switch (value) {
            case Boolean flag -> flag;
            case None _, Undefined _ -> false;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case Double number -> number != 0;
            default -> {
                Collection<Object> items = collection(value);
                yield items == null || !items.isEmpty();
            }
        };
    }

    /** The items of what has a length, or null; of a dict its keys. A text is not among them. */
    @SuppressWarnings("unchecked")
    static @Nullable Collection<Object> collection(Object value) {
        return switch (value) {
            case List<?> list -> (List<Object>) list;
            case Tuple tuple -> tuple.items();
            case Map<?, ?> dict -> ((Map<Object, Object>) dict).keySet();
            case Range range -> range.items();
            case DictView view -> view.items();
            case Undefined _ -> List.of();
            default -> null;
        };
    }

    /** The items of what has some by number, or null. A text is not among them. */
    @SuppressWarnings("unchecked")
    static @Nullable List<Object> sequence(Object value) {
        return switch (value) {
            case List<?> list -> (List<Object>) list;
            case Tuple tuple -> tuple.items();
            case Range range -> range.items();
            default -> null;
        };
    }

    /**
     * The items, one after the other.
     *
     * @throws TemplateFailure when it has none by nature
     */
    static Iterator<Object> iterator(Object value) {
        if (value instanceof String text) {
            return CodePoints.each(text).iterator();
        }
        if (value instanceof OneShot once) {
            return once.items();
        }
        Collection<Object> items = collection(value);
        if (items == null) {
            throw new TemplateFailure("a value of the type " + typeName(value) + " has no items to go through");
        }
        return items.iterator();
    }

    static boolean isIterable(Object value) {
        return value instanceof String || value instanceof OneShot || value instanceof LoopState || collection(value) != null;
    }

    /** A list of its own with the items. */
    static List<Object> list(Object value) {
        List<Object> list = new ArrayList<>();
        iterator(value).forEachRemaining(list::add);
        return list;
    }

    /** How many items or characters it has. */
    static long length(Object value) {
        if (value instanceof String text) {
            return CodePoints.length(text);
        }
        if (value instanceof LoopState loop) {
            return loop.length();
        }
        Collection<Object> items = collection(value);
        if (items == null) {
            throw new TemplateFailure("a value of the type " + typeName(value) + " has no length");
        }
        return items.size();
    }

    /** The items from the last to the first, or null where it has no order that can be turned. */
    static @Nullable Iterator<Object> reversed(Object value) {
        if (value instanceof String text) {
            return CodePoints.each(text).reversed().iterator();
        }
        Collection<Object> items = collection(value);
        if (items == null) {
            return null;
        }
        List<Object> turned = new ArrayList<>(items);
        Collections.reverse(turned);
        return turned.iterator();
    }

    /**
     * A text that a template makes.
     *
     * @throws TemplateFailure when it is too long
     */
    static void checkLength(long length) {
        if (length > MOST_LENGTH) {
            throw new TemplateFailure("it makes something longer than " + MOST_LENGTH + " characters or items");
        }
    }

    /** As Python calls the type. */
    static String typeName(Object value) {
        return switch (value) {
            case String _ -> "str";
            case Long _, BigInteger _ -> "int";
            case Double _ -> "float";
            case Boolean _ -> "bool";
            case None _ -> "none";
            case Undefined _ -> "undefined";
            case List<?> _ -> "list";
            case Tuple _ -> "tuple";
            case Map<?, ?> _ -> "dict";
            case Range _ -> "range";
            case DictView view -> view.name();
            case OneShot _ -> "generator";
            case Namespace _ -> "namespace";
            case LoopState _ -> "loop";
            default -> "function";
        };
    }
}
