package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON, as the filter {@code tojson} of transformers does. */
final class JsonText {

    private final Output out = new Output();
    private final boolean onlyAscii;
    private final boolean sorted;
    private final @Nullable String indent;
    private final String comma;
    private final String colon;

    private JsonText(boolean onlyAscii, boolean sorted, @Nullable String indent, String comma, String colon) {
        this.onlyAscii = onlyAscii;
        this.sorted = sorted;
        this.indent = indent;
        this.comma = comma;
        this.colon = colon;
    }

    /** The filter. */
    static Object filter(Object value, Arguments arguments) {
        Arguments.Bound given = arguments.bind("tojson", 0, "ensure_ascii", "indent", "separators", "sort_keys");
        Object width = given.orNull("indent");
        String indent = width == null ? null
                : width instanceof String text ? text : " ".repeat(Math.clamp(given.integer("indent", 0), 0, 1000));
        List<Object> separators = given.orNull("separators") == null
                ? List.of(indent == null ? ", " : ",", ": ")
                : Values.list(given.get("separators"));
        if (separators.size() != 2 || !(separators.get(0) instanceof String comma) || !(separators.get(1) instanceof String colon)) {
            throw given.wrong("separators", "two texts");
        }
        JsonText writer = new JsonText(given.flag("ensure_ascii"), given.flag("sort_keys"), indent, comma, colon);
        writer.write(value, "\n");
        return writer.out.text();
    }

    private void write(Object value, String line) {
        switch (value) {
            case None _ -> out.add("null");
            case Boolean flag -> out.add(flag ? "true" : "false");
            case String text -> string(text);
            case Long _, BigInteger _ -> out.add(value.toString());
            case Double number -> out.add(real(number));
            case List<?> list -> list(list, line);
            case Tuple tuple -> list(tuple.items(), line);
            case Map<?, ?> dict -> dict(dict, line);
            case Undefined undefined -> throw new TemplateFailure("tojson is given what has no value: " + undefined.reason());
            default -> throw new TemplateFailure("a value of the type " + Values.typeName(value) + " has no form in JSON");
        }
    }

    private static String real(double number) {
        if (Double.isNaN(number)) {
            return "NaN";
        }
        return Double.isInfinite(number) ? (number > 0 ? "Infinity" : "-Infinity") : Printed.real(number);
    }

    private void list(Collection<?> items, String line) {
        out.add("[");
        String inside = indent == null ? line : line + indent;
        boolean first = true;
        for (Object item : items) {
            begin(first, inside);
            write(item, inside);
            first = false;
        }
        end(first, line);
        out.add("]");
    }

    private void dict(Map<?, ?> dict, String line) {
        out.add("{");
        String inside = indent == null ? line : line + indent;
        boolean first = true;
        for (Map.Entry<?, ?> entry : (sorted ? sorted(dict) : dict).entrySet()) {
            begin(first, inside);
            string(key(entry.getKey()));
            out.add(colon);
            write(entry.getValue(), inside);
            first = false;
        }
        end(first, line);
        out.add("}");
    }

    private void begin(boolean first, String inside) {
        out.add(first ? "" : comma).add(indent == null ? "" : inside);
    }

    private void end(boolean empty, String line) {
        out.add(empty || indent == null ? "" : line);
    }

    private static Map<Object, Object> sorted(Map<?, ?> dict) {
        List<Object> keys = new ArrayList<>(dict.keySet());
        keys.sort(Comparisons.ORDER);
        Map<Object, Object> sorted = LinkedHashMap.newLinkedHashMap(keys.size());
        keys.forEach(key -> sorted.put(key, dict.get(key)));
        return sorted;
    }

    private static String key(Object key) {
        return switch (key) {
            case String text -> text;
            case Boolean flag -> flag ? "true" : "false";
            case None _ -> "null";
            case Double number -> real(number);
            case Long _, BigInteger _ -> key.toString();
            default -> throw new TemplateFailure("a value of the type " + Values.typeName(key) + " cannot be a key in JSON");
        };
    }

    private void string(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\f' -> quoted.append("\\f");
                case '\b' -> quoted.append("\\b");
                default -> {
                    if (c < ' ' || (onlyAscii && c > '~')) {
                        quoted.append(String.format("\\u%04x", (int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        out.add(quoted.append('"').toString());
    }
}
