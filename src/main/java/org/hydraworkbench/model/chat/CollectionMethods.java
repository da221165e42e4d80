package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The methods of dicts, lists and tuples that change nothing. */
final class CollectionMethods {

    private CollectionMethods() {}

    static Object ofDict(Map<Object, Object> dict, String name, Arguments arguments) {
        if (name.equals("get")) {
            if (!arguments.named().isEmpty()) {
                throw new TemplateFailure("get takes no named arguments");
            }
            Arguments.Bound given = arguments.bind(name, 1, "key", "default");
            Dicts.checkKey(given.get("key"));
            Object found = Dicts.find(dict, given.get("key"));
            return found == null ? given.or("default", None.NONE) : found;
        }
        arguments.bind(name, 0);
        return switch (name) {
            case "items" -> new DictView(DictView.Part.ITEMS, dict);
            case "keys" -> new DictView(DictView.Part.KEYS, dict);
            case "values" -> new DictView(DictView.Part.VALUES, dict);
            case "copy" -> new LinkedHashMap<>(dict);
            default -> throw Attributes.unknownMethod(dict, name);
        };
    }

    static Object ofList(List<Object> list, String name, Arguments arguments) {
        if (name.equals("copy")) {
            arguments.bind(name, 0);
            return new ArrayList<>(list);
        }
        Object wanted = arguments.bind(name, 1, "value").get("value");
        if (name.equals("count")) {
            return list.stream().filter(item -> item == wanted || Comparisons.equal(item, wanted)).count();
        }
        for (int k = 0; k < list.size(); k++) {
            if (list.get(k) == wanted || Comparisons.equal(list.get(k), wanted)) {
                return (long) k;
            }
        }
        throw new TemplateFailure("the value that index() looks for is not in the list");
    }
}
