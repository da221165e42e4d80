package org.hydraworkbench.model.chat;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Filters that ask tests or other filters, item by item as the items are gone through, and {@code default}. */
final class ChoiceFilters {

    private ChoiceFilters() {}

    static void addTo(Map<String, Filters.Filter> all) {
        all.put("default", ChoiceFilters::otherwise);
        all.put("d", ChoiceFilters::otherwise);
        all.put("map", ChoiceFilters::map);
        all.put("select", (input, arguments) -> chosen("select", input, arguments, true, false));
        all.put("reject", (input, arguments) -> chosen("reject", input, arguments, false, false));
        all.put("selectattr", (input, arguments) -> chosen("selectattr", input, arguments, true, true));
        all.put("rejectattr", (input, arguments) -> chosen("rejectattr", input, arguments, false, true));
    }

    private static Object otherwise(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("default", 0, "default_value", "boolean");
        boolean missing = input instanceof Undefined || (given.flag("boolean") && !Values.isTrue(input));
        return missing ? given.or("default_value", "") : input;
    }

    private static Object map(Object input, Arguments arguments) {
        return lazy("map", input, () -> {
            UnaryOperator<Object> change = change(arguments);
            Iterator<Object> items = Values.iterator(input);
            return () -> items.hasNext() ? change.apply(items.next()) : null;
        });
    }

    private static UnaryOperator<Object> change(Arguments arguments) {
        if (arguments.positional().isEmpty() && arguments.named().containsKey("attribute")) {
            Arguments.Bound given = arguments.bind("map", 0, "attribute", "default");
            AttributePath path = AttributePath.of(given.get("attribute")).withDefault(given.orNull("default"));
            return path::in;
        }
        String name = nameAt(arguments, 0, "map");
        Arguments rest = arguments.without(1);
        return item -> Filters.apply(name, item, rest);
    }

    private static Object chosen(String who, Object input, Arguments arguments, boolean wanted, boolean byAttribute) {
        return lazy(who, input, () -> {
            if (byAttribute && arguments.positional().isEmpty()) {
                throw new TemplateFailure(who + " needs the name of an attribute");
            }
            AttributePath path = AttributePath.of(byAttribute ? arguments.positional().getFirst() : None.NONE);
            int at = byAttribute ? 1 : 0;
            Predicate<Object> test = arguments.positional().size() > at
                    ? asked(nameAt(arguments, at, who), arguments.without(at + 1))
                    : Values::isTrue;
            Iterator<Object> items = Values.iterator(input);
            return () -> {
                while (items.hasNext()) {
                    Object item = items.next();
                    if (test.test(path.in(item)) == wanted) {
                        return item;
                    }
                }
                return null;
            };
        });
    }

    private static Predicate<Object> asked(String test, Arguments arguments) {
        return item -> Tests.holds(test, item, arguments);
    }

    private static String nameAt(Arguments arguments, int at, String who) {
        if (arguments.positional().size() > at && arguments.positional().get(at) instanceof String name) {
            return name;
        }
        throw new TemplateFailure(who + " needs the name of a filter or test");
    }

    /** Nothing at all is looked at before the first item is asked for, and nothing of an input that counts as false. */
    private static Object lazy(String name, Object input, Supplier<Ahead.Source> begin) {
        if (!Values.isTrue(input)) {
            return new OneShot(name, Collections.emptyIterator());
        }
        return new OneShot(name, Ahead.later(begin));
    }
}
