package org.hydraworkbench.model.chat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The tests by name: what stands after {@code is}. */
final class Tests {

    /** Asks something of a value. */
    @FunctionalInterface
    interface Question {
        boolean holds(Object value);
    }

    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            Map.entry("==", "=="), Map.entry("eq", "=="), Map.entry("equalto", "=="),
            Map.entry("!=", "!="), Map.entry("ne", "!="),
            Map.entry("<", "<"), Map.entry("lt", "<"), Map.entry("lessthan", "<"),
            Map.entry("<=", "<="), Map.entry("le", "<="),
            Map.entry(">", ">"), Map.entry("gt", ">"), Map.entry("greaterthan", ">"),
            Map.entry(">=", ">="), Map.entry("ge", ">="),
            Map.entry("in", "in"));

    private static final Map<String, Question> QUESTIONS = questions();
    private static final Set<String> OTHERS = Set.of("divisibleby", "sameas");

    private Tests() {}

    private static Map<String, Question> questions() {
        Map<String, Question> all = new HashMap<>();
        all.put("defined", value -> !(value instanceof Undefined));
        all.put("undefined", value -> value instanceof Undefined);
        all.put("none", value -> value == None.NONE);
        all.put("string", value -> value instanceof String);
        all.put("mapping", value -> value instanceof Map<?, ?>);
        all.put("iterable", Values::isIterable);
        all.put("sequence", value -> value instanceof String || value instanceof Map<?, ?> || value instanceof Undefined
                || Values.sequence(value) != null);
        all.put("number", Numbers::isNumber);
        all.put("integer", value -> Numbers.integer(value) != null && !(value instanceof Boolean));
        all.put("float", value -> value instanceof Double);
        all.put("boolean", value -> value instanceof Boolean);
        all.put("true", value -> Boolean.TRUE.equals(value));
        all.put("false", value -> Boolean.FALSE.equals(value));
        all.put("callable", value -> value instanceof Function || value instanceof LoopState || value instanceof Undefined);
        all.put("lower", value -> Letters.isLower(Printed.text(value)));
        all.put("upper", value -> Letters.isUpper(Printed.text(value)));
        all.put("odd", value -> Comparisons.equal(Arithmetic.binary("%", value, 2L), 1L));
        all.put("even", value -> Comparisons.equal(Arithmetic.binary("%", value, 2L), 0L));
        all.put("filter", value -> value instanceof String name && Filters.isKnown(name));
        all.put("test", value -> value instanceof String name && isKnown(name));
        return Map.copyOf(all);
    }

    private static boolean isKnown(String name) {
        return QUESTIONS.containsKey(name) || COMPARISONS.containsKey(name) || OTHERS.contains(name);
    }

    /**
     * Asks one.
     *
     * @throws TemplateFailure when there is none of that name
     */
    static boolean holds(String name, Object value, Arguments arguments) {
        Question question = QUESTIONS.get(name);
        if (question != null) {
            arguments.bind("the test " + name, 0);
            return question.holds(value);
        }
        if (!isKnown(name)) {
            throw new TemplateFailure("the test '" + name + "' is not known here");
        }
        Object other = arguments.bind("the test " + name, 1, "other").get("other");
        return switch (name) {
            case "divisibleby" -> Comparisons.equal(Arithmetic.binary("%", value, other), 0L);
            case "sameas" -> isSame(value, other);
            default -> Comparisons.holds(COMPARISONS.getOrDefault(name, name), value, other);
        };
    }

    /** What is the same thing, not only equal, in Python is so only by chance for numbers and texts. */
    private static boolean isSame(Object value, Object other) {
        return value == other || (value.getClass() == other.getClass() && value instanceof Boolean && value.equals(other));
    }
}
