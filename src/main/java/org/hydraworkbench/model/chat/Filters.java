package org.hydraworkbench.model.chat;

import java.util.HashMap;
import java.util.Map;

/** The filters by name. */
final class Filters {

    /** Makes a value of another and of arguments. */
    @FunctionalInterface
    interface Filter {
        Object apply(Object input, Arguments arguments);
    }

    private static final Map<String, Filter> ALL = all();

    private Filters() {}

    private static Map<String, Filter> all() {
        Map<String, Filter> all = new HashMap<>();
        all.put("tojson", JsonText::filter);
        TextFilters.addTo(all);
        NumberFilters.addTo(all);
        SequenceFilters.addTo(all);
        ChoiceFilters.addTo(all);
        return Map.copyOf(all);
    }

    static boolean isKnown(String name) {
        return ALL.containsKey(name);
    }

    /**
     * Applies one.
     *
     * @throws TemplateFailure when there is none of that name
     */
    static Object apply(String name, Object input, Arguments arguments) {
        Filter filter = ALL.get(name);
        if (filter == null) {
            throw new TemplateFailure("the filter '" + name + "' is not known here");
        }
        return filter.apply(input, arguments);
    }
}
