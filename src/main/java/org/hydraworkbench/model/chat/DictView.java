package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The keys, values or pairs of a dict: it has items and a length, but no item by number. */
record DictView(Part part, Map<Object, Object> dict) {

    /** Of what of a dict. */
    enum Part {
        KEYS,
        VALUES,
        ITEMS
    }

    List<Object> items() {
        List<Object> items = new ArrayList<>(dict.size());
        dict.forEach((key, value) -> items.add(switch (part) {
            case KEYS -> key;
            case VALUES -> value;
            case ITEMS -> Tuple.of(key, value);
        }));
        return items;
    }

    /** How it is called when it prints. */
    String name() {
        return switch (part) {
            case KEYS -> "dict_keys";
            case VALUES -> "dict_values";
            case ITEMS -> "dict_items";
        };
    }
}
