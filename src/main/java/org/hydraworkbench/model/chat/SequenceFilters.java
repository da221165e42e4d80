package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Filters that take or make rows of items. */
final class SequenceFilters {

    private SequenceFilters() {}

    static void addTo(Map<String, Filters.Filter> all) {
        all.put("length", SequenceFilters::length);
        all.put("count", SequenceFilters::length);
        all.put("list", (input, arguments) -> {
            arguments.bind("list", 0);
            return Values.list(input);
        });
        all.put("first", SequenceFilters::first);
        all.put("last", SequenceFilters::last);
        all.put("reverse", SequenceFilters::reverse);
        all.put("sort", SequenceFilters::sort);
        all.put("unique", SequenceFilters::unique);
        all.put("items", SequenceFilters::items);
        all.put("dictsort", SequenceFilters::dictsort);
        all.put("min", (input, arguments) -> extreme("min", input, arguments, Comparisons.ORDER));
        all.put("max", (input, arguments) -> extreme("max", input, arguments, Comparisons.ORDER.reversed()));
        all.put("sum", SequenceFilters::sum);
    }

    private static Object length(Object input, Arguments arguments) {
        arguments.bind("length", 0);
        return Values.length(input);
    }

    private static Object first(Object input, Arguments arguments) {
        arguments.bind("first", 0);
        return first(Values.iterator(input));
    }

    private static Object first(Iterator<Object> items) {
        return items.hasNext() ? items.next() : new Undefined("what has no items has neither a first nor a last one");
    }

    private static Object last(Object input, Arguments arguments) {
        arguments.bind("last", 0);
        Iterator<Object> items = Values.reversed(input);
        if (items == null) {
            throw new TemplateFailure("a value of the type " + Values.typeName(input) + " has no last item");
        }
        return first(items);
    }

    private static Object reverse(Object input, Arguments arguments) {
        arguments.bind("reverse", 0);
        if (input instanceof String text) {
            StringBuilder turned = new StringBuilder();
            CodePoints.each(text).reversed().forEach(turned::append);
            return turned.toString();
        }
        Iterator<Object> items = Values.reversed(input);
        if (items != null) {
            return new OneShot("reversed", items);
        }
        List<Object> list = Values.list(input);
        Collections.reverse(list);
        return list;
    }

    private static Object sort(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("sort", 0, "reverse", "case_sensitive", "attribute");
        List<AttributePath> paths = new ArrayList<>();
        if (given.or("attribute", None.NONE) instanceof String several) {
            for (String one : several.split(",", -1)) {
                paths.add(AttributePath.of(one));
            }
        } else {
            paths.add(AttributePath.of(given.or("attribute", None.NONE)));
        }
        boolean exact = given.flag("case_sensitive");
        return sorted(Values.list(input), given.flag("reverse"), item -> {
            List<Object> keys = new ArrayList<>();
            paths.forEach(path -> keys.add(caseless(path.in(item), exact)));
            return keys;
        });
    }

    /** Equal ones keep their order, also when it goes downwards. */
    private static List<Object> sorted(List<Object> items, boolean down, UnaryOperator<Object> key) {
        List<Object[]> keyed = new ArrayList<>();
        items.forEach(item -> keyed.add(new Object[] {key.apply(item), item}));
        Comparator<Object[]> order = Comparator.comparing(pair -> pair[0], down ? Comparisons.ORDER.reversed() : Comparisons.ORDER);
        keyed.sort(order);
        List<Object> sorted = new ArrayList<>();
        keyed.forEach(pair -> sorted.add(pair[1]));
        return sorted;
    }

    private static Object caseless(Object value, boolean exact) {
        return value instanceof String text && !exact ? Letters.lower(text) : value;
    }

    private static Object unique(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("unique", 0, "case_sensitive", "attribute");
        AttributePath path = AttributePath.of(given.or("attribute", None.NONE));
        boolean exact = given.flag("case_sensitive");
        Map<Object, Object> seen = new LinkedHashMap<>();
        return new OneShot("unique", Ahead.later(() -> {
            Iterator<Object> items = Values.iterator(input);
            return () -> {
                while (items.hasNext()) {
                    Object item = items.next();
                    Object key = caseless(path.in(item), exact);
                    Dicts.checkKey(key);
                    if (Dicts.find(seen, key) == null) {
                        Dicts.put(seen, key, true);
                        return item;
                    }
                }
                return null;
            };
        }));
    }

    @SuppressWarnings("unchecked")
    private static Object items(Object input, Arguments arguments) {
        arguments.bind("items", 0);
        return new OneShot("items", Ahead.later(() -> {
            Iterator<Object> items = switch (input) {
                case Undefined _ -> Collections.emptyIterator();
                case Map<?, ?> dict -> new DictView(DictView.Part.ITEMS, (Map<Object, Object>) dict).items().iterator();
                default -> throw new TemplateFailure("items takes a dict, not a value of the type " + Values.typeName(input));
            };
            return () -> items.hasNext() ? items.next() : null;
        }));
    }

    @SuppressWarnings("unchecked")
    private static Object dictsort(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("dictsort", 0, "case_sensitive", "by", "reverse");
        if (!(input instanceof Map<?, ?> dict)) {
            throw new TemplateFailure("dictsort takes a dict, not a value of the type " + Values.typeName(input));
        }
        Object by = given.or("by", "key");
        if (!by.equals("key") && !by.equals("value")) {
            throw given.wrong("by", "key or value");
        }
        boolean exact = given.flag("case_sensitive");
        int part = by.equals("key") ? 0 : 1;
        List<Object> pairs = new DictView(DictView.Part.ITEMS, (Map<Object, Object>) dict).items();
        return sorted(pairs, given.flag("reverse"), pair -> caseless(((Tuple) pair).items().get(part), exact));
    }

    private static Object extreme(String name, Object input, Arguments arguments, Comparator<Object> order) {
        Arguments.Bound given = arguments.bind(name, 0, "case_sensitive", "attribute");
        AttributePath path = AttributePath.of(given.or("attribute", None.NONE));
        boolean exact = given.flag("case_sensitive");
        @Nullable Object best = null;
        for (Object item : Values.list(input)) {
            if (best == null || order.compare(caseless(path.in(item), exact), caseless(path.in(best), exact)) < 0) {
                best = item;
            }
        }
        return best == null ? new Undefined("what has no items has neither a smallest nor a largest one") : best;
    }

    private static Object sum(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("sum", 0, "attribute", "start");
        AttributePath path = AttributePath.of(given.or("attribute", None.NONE));
        Object sum = given.or("start", 0L);
        if (sum instanceof String) {
            throw given.wrong("start", "a number");
        }
        for (Object item : Values.list(input)) {
            sum = Arithmetic.binary("+", sum, path.in(item));
        }
        return sum;
    }
}
