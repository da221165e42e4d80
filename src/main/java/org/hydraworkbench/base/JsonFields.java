package org.hydraworkbench.base;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object field by field. A field that is missing or null has its default, so that what an older version wrote stays
 * good; one that nobody asked for is refused by {@link #end}, so that a misspelt name is not silently without effect. Numbers
 * and flags may also be strings, as they are when they come from a command line.
 *
 * <p>Every error is an {@link InputException} that names the field, its value and what is allowed.
 */
public final class JsonFields {

    private static final String VERSION = "version";
    private static final int MOST_SHOWN = 80;

    private final JsonObject json;
    private final String place;
    private final Set<String> known = new LinkedHashSet<>();

    private JsonFields(JsonObject json, String place) {
        this.json = json;
        this.place = place;
    }

    public static JsonFields of(JsonObject json) {
        return new JsonFields(json, "");
    }

    /** The fields of a whole document, which must be an object. */
    public static JsonFields parse(String text) throws InputException {
        return of(Json.parseObject(text));
    }

    /**
     * The field {@code version}; 0 where there is none, as in what was written before there were versions.
     *
     * @param newest the highest that can be read
     * @throws InputException when it is higher
     */
    public int version(int newest) throws InputException {
        int version = integer(VERSION, 0, 0, Integer.MAX_VALUE);
        if (version > newest) {
            throw new InputException(name(VERSION) + ": this was written by a newer version of the program (" + version
                    + "; this one reads up to " + newest + "); update the program.");
        }
        return version;
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** Whether the field is a list. */
    public boolean isList(String name) {
        return find(name) instanceof JsonArray;
    }

    /** A whole number from {@code least} to {@code most}. */
    public int integer(String name, int otherwise, int least, int most) throws InputException {
        return (int) wholeNumber(name, otherwise, least, most, most == Integer.MAX_VALUE);
    }

    /** Any whole number of 64 bits. */
    public long longInteger(String name, long otherwise) throws InputException {
        return wholeNumber(name, otherwise, Long.MIN_VALUE, Long.MAX_VALUE, true);
    }

    private long wholeNumber(String name, long otherwise, long least, long most, boolean open) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return otherwise;
        }
        String range = !open ? " from " + least + " to " + most : least == Long.MIN_VALUE ? "" : ", at least " + least;
        String allowed = "a whole number" + range;
        try {
            long number = decimal(name, value, allowed).longValueExact();
            if (number >= least && number <= most) {
                return number;
            }
        } catch (ArithmeticException e) {
            throw refused(name, value, allowed, e);
        }
        throw refused(name, value, allowed, null);
    }

    /** Any finite number. */
    public double number(String name, double otherwise) throws InputException {
        return number(name, otherwise, -Double.MAX_VALUE, Double.MAX_VALUE);
    }

    /** Any finite number, which must be there. */
    public double requiredNumber(String name) throws InputException {
        if (!has(name)) {
            throw missing(name);
        }
        return number(name, 0);
    }

    /** A list of finite numbers; empty where it is missing. */
    public List<Double> numbers(String name) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return List.of();
        }
        String allowed = "a list of numbers";
        if (!value.isJsonArray()) {
            throw refused(name, value, allowed, null);
        }
        List<Double> numbers = new ArrayList<>();
        for (JsonElement one : value.getAsJsonArray()) {
            double number = decimal(name, one, allowed).doubleValue();
            if (!Double.isFinite(number)) {
                throw refused(name, value, allowed, null);
            }
            numbers.add(number);
        }
        return numbers;
    }

    /** A finite number from {@code least} to {@code most}. */
    public double number(String name, double otherwise, double least, double most) throws InputException {
        String range = most != Double.MAX_VALUE ? " from " + least + " to " + most : least == -most ? "" : ", at least " + least;
        return number(name, otherwise, "a number" + range, number -> number >= least && number <= most);
    }

    /** A number above 0 and not above {@code most}. */
    public double positive(String name, double otherwise, double most) throws InputException {
        return number(name, otherwise, "a number above 0, at most " + most, number -> number > 0 && number <= most);
    }

    private double number(String name, double otherwise, String allowed, DoublePredicate suits) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return otherwise;
        }
        double number = decimal(name, value, allowed).doubleValue();
        if (suits.test(number)) {
            return number;
        }
        throw refused(name, value, allowed, null);
    }

    private BigDecimal decimal(String name, JsonElement value, String allowed) throws InputException {
        if (value instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
            try {
                return new BigDecimal(primitive.getAsString().strip());
            } catch (NumberFormatException e) {
                throw refused(name, value, allowed, e);
            }
        }
        throw refused(name, value, allowed, null);
    }

    /** A string. */
    public String text(String name, String otherwise) throws InputException {
        return text(name).orElse(otherwise);
    }

    /** A string, if there is one. */
    public Optional<String> text(String name) throws InputException {
        JsonElement value = find(name);
        return value == null ? Optional.empty() : Optional.of(string(name, value));
    }

    /** A string that must be there. */
    public String requiredText(String name) throws InputException {
        return text(name).orElseThrow(() -> missing(name));
    }

    /** A list of strings; empty where it is missing. */
    public List<String> texts(String name) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isJsonArray()) {
            throw refused(name, value, "a list of strings", null);
        }
        List<String> texts = new ArrayList<>();
        for (JsonElement one : value.getAsJsonArray()) {
            texts.add(string(name, one));
        }
        return texts;
    }

    /** All fields, each a string. */
    public Map<String, String> allTexts() throws InputException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String name : json.keySet()) {
            texts.put(name, requiredText(name));
        }
        return texts;
    }

    /** A list of whole numbers; empty where it is missing. */
    public long[] longIntegers(String name) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return new long[0];
        }
        String allowed = "a list of whole numbers";
        if (!value.isJsonArray()) {
            throw refused(name, value, allowed, null);
        }
        long[] numbers = new long[value.getAsJsonArray().size()];
        for (int k = 0; k < numbers.length; k++) {
            try {
                numbers[k] = decimal(name, value.getAsJsonArray().get(k), allowed).longValueExact();
            } catch (ArithmeticException e) {
                throw refused(name, value, allowed, e);
            }
        }
        return numbers;
    }

    private String string(String name, JsonElement value) throws InputException {
        if (value instanceof JsonPrimitive primitive && primitive.isString()) {
            return primitive.getAsString();
        }
        throw refused(name, value, "a string", null);
    }

    /** Yes or no. */
    public boolean flag(String name, boolean otherwise) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof JsonPrimitive primitive && !primitive.isNumber()) {
            switch (primitive.getAsString().strip()) {
                case "true" -> {
                    return true;
                }
                case "false" -> {
                    return false;
                }
                default -> {}
            }
        }
        throw refused(name, value, "true or false", null);
    }

    /** One of a closed set. */
    public <E> E choice(String name, Choice<E> choice, E otherwise) throws InputException {
        JsonElement value = find(name);
        return value == null ? otherwise : chosen(name, choice, value);
    }

    /** One of a closed set, which must be there. */
    public <E> E requiredChoice(String name, Choice<E> choice) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            throw missing(name);
        }
        return chosen(name, choice, value);
    }

    private <E> E chosen(String name, Choice<E> choice, JsonElement value) throws InputException {
        return choice.find(string(name, value)).orElseThrow(() -> refused(name, value, choice.list(), null));
    }

    /** The fields of an object inside; none where it is missing. */
    public JsonFields object(String name) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return new JsonFields(new JsonObject(), name(name) + ".");
        }
        if (!value.isJsonObject()) {
            throw refused(name, value, "an object", null);
        }
        return new JsonFields(value.getAsJsonObject(), name(name) + ".");
    }

    /** The fields of each object in a list; none where it is missing. */
    public List<JsonFields> objects(String name) throws InputException {
        JsonElement value = find(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isJsonArray()) {
            throw refused(name, value, "a list of objects", null);
        }
        List<JsonFields> objects = new ArrayList<>();
        for (JsonElement one : value.getAsJsonArray()) {
            if (!one.isJsonObject()) {
                throw refused(name, one, "an object", null);
            }
            objects.add(new JsonFields(one.getAsJsonObject(), name(name) + "[" + objects.size() + "]."));
        }
        return objects;
    }

    /** The names of all fields, in their order. */
    public Set<String> names() {
        return Collections.unmodifiableSet(json.keySet());
    }

    /** Call when all fields were read: refuses those that nobody asked for. */
    public void end() throws InputException {
        for (String name : json.keySet()) {
            if (!known.contains(name)) {
                throw new InputException(name(name) + ": there is no such field; there are "
                        + (known.isEmpty() ? "none" : String.join(", ", known)) + ".");
            }
        }
    }

    private @Nullable JsonElement find(String name) {
        known.add(name);
        JsonElement value = json.get(name);
        return value == null || value.isJsonNull() ? null : value;
    }

    /** A field as errors name it, with the objects that it is in. */
    public String name(String name) {
        return place + name;
    }

    private InputException missing(String name) {
        return new InputException(name(name) + ": is missing, and there is no default for it.");
    }

    private InputException refused(String name, JsonElement value, String allowed, @Nullable Throwable cause) {
        return new InputException(name(name) + ": " + shown(value) + " cannot be used; it must be " + allowed + ".", cause);
    }

    private static String shown(JsonElement value) {
        String text = value.toString();
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
    }
}
