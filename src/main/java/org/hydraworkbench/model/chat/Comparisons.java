package org.hydraworkbench.model.chat;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Equality, order and membership of values. */
final class Comparisons {

    /** The order for sorting; fails for what has none. */
    static final Comparator<Object> ORDER = Comparisons::order;

    private Comparisons() {}

    /** Evaluates one step of a chain. */
    static boolean holds(String operator, Object left, Object right) {
        return switch (operator) {
            case "==" -> equal(left, right);
            case "!=" -> !equal(left, right);
            case "in" -> contains(right, left);
            case "not in" -> !contains(right, left);
            case "<" -> isOrdered(left, right) && order(left, right) < 0;
            case "<=" -> isOrdered(left, right) && order(left, right) <= 0;
            case ">" -> isOrdered(left, right) && order(left, right) > 0;
            case ">=" -> isOrdered(left, right) && order(left, right) >= 0;
            default -> throw new IllegalArgumentException(operator);
        };
    }

    static boolean equal(Object left, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            OptionalInt compared = Numbers.compare(left, right);
            return compared.isPresent() && compared.getAsInt() == 0;
        }
        if (left == right) {
            return true;
        }
        return switch (left) {
            case String text -> text.equals(right);
            case Undefined _ -> right instanceof Undefined;
            case List<?> list -> right instanceof List<?> other && equalItems(list, other);
            case Tuple tuple -> right instanceof Tuple other && equalItems(tuple.items(), other.items());
            case Range range -> right instanceof Range other && equalItems(range.items(), other.items());
            case Map<?, ?> dict -> right instanceof Map<?, ?> other && equalDicts(dict, other);
            case Method method -> right instanceof Method other && method.of() == other.of() && method.name().equals(other.name());
            default -> false;
        };
    }

    private static boolean equalItems(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int k = 0; k < left.size(); k++) {
            if (!same(left.get(k), right.get(k))) {
                return false;
            }
        }
        return true;
    }

    @SuppressWarnings("unchecked")
    private static boolean equalDicts(Map<?, ?> left, Map<?, ?> right) {
        return left.size() == right.size()
                && left.entrySet().stream().allMatch(entry -> {
                    Object other = Dicts.find((Map<Object, Object>) right, entry.getKey());
                    return other != null && same(entry.getValue(), other);
                });
    }

    /** A NaN inside a list is equal to itself. */
    private static boolean same(Object left, Object right) {
        return left == right || equal(left, right);
    }

    /** Whether there is an order at all: there is none with NaN. */
    private static boolean isOrdered(Object left, Object right) {
        return !(Numbers.isNumber(left) && Numbers.isNumber(right)) || Numbers.compare(left, right).isPresent();
    }

    private static int order(Object left, Object right) {
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right).orElse(0);
        }
        if (left instanceof String a && right instanceof String b) {
            return orderOfTexts(a, b);
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return orderOfItems(a, b);
        }
        if (left instanceof Tuple a && right instanceof Tuple b) {
            return orderOfItems(a.items(), b.items());
        }
        if (left instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (right instanceof Undefined undefined) {
            throw undefined.failure();
        }
        throw new TemplateFailure(
                "values of the types " + Values.typeName(left) + " and " + Values.typeName(right) + " have no order");
    }

    /** By code points, which is not the order of UTF-16. */
    private static int orderOfTexts(String left, String right) {
        int at = 0;
        while (at < left.length() && at < right.length()) {
            int a = left.codePointAt(at);
            int b = right.codePointAt(at);
            if (a != b) {
                return Integer.compare(a, b);
            }
            at += Character.charCount(a);
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int orderOfItems(List<?> left, List<?> right) {
        for (int k = 0; k < left.size() && k < right.size(); k++) {
            if (!same(left.get(k), right.get(k))) {
                return order(left.get(k), right.get(k));
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /** Whether a text has a part, a dict a key, or a list or other row an item. */
    @SuppressWarnings("unchecked")
    static boolean contains(Object container, Object wanted) {
        if (container instanceof String text) {
            if (wanted instanceof String part) {
                return text.contains(part);
            }
            throw new TemplateFailure("'in' looks for a text in a text, not for a value of the type " + Values.typeName(wanted));
        }
        if (container instanceof Map<?, ?> dict) {
            Dicts.checkKey(wanted);
            return Dicts.find((Map<Object, Object>) dict, wanted) != null;
        }
        Iterator<Object> items = Values.iterator(container);
        while (items.hasNext()) {
            if (same(items.next(), wanted)) {
                return true;
            }
        }
        return false;
    }
}
