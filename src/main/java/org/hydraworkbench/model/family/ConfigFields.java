package org.hydraworkbench.model.family;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** The fields of {@code config.json}, or of an object in it; what cannot be used is refused with its name. A null is as good as nothing. */
public final class ConfigFields {

    private final Path file;
    private final JsonObject object;
    private final Map<String, String> names;

    /** @param file what errors name */
    public ConfigFields(Path file, JsonObject object) {
        this(file, object, Map.of());
    }

    private ConfigFields(Path file, JsonObject object, Map<String, String> names) {
        this.file = file;
        this.object = object;
        this.names = names;
    }

    /** The same, of which some are called otherwise in the file; there they may still be called as here. */
    public ConfigFields called(Map<String, String> inFile) {
        return new ConfigFields(file, object, inFile);
    }

    private String name(String key) {
        String other = names.getOrDefault(key, key);
        return object.has(key) && !object.has(other) ? key : other;
    }

    /** An object in it; null where there is none. */
    public @Nullable ConfigFields nested(String key) throws InputException {
        JsonElement element = value(key);
        if (element != null && !element.isJsonObject()) {
            throw wrong(name(key) + " must be an object");
        }
        return element == null ? null : new ConfigFields(file, element.getAsJsonObject());
    }

    /** Whether it is there and says that there is nothing. */
    public boolean isNull(String key) {
        return object.has(name(key)) && object.get(name(key)).isJsonNull();
    }

    /** Whether it is there. */
    public boolean has(String key) {
        return value(key) != null;
    }

    /** A whole number of any sign. */
    public int number(String key, int otherwise) throws InputException {
        List<Integer> numbers = ids(key);
        if (numbers.size() > 1) {
            throw wrong(name(key) + " must be a single number");
        }
        return numbers.isEmpty() ? otherwise : numbers.getFirst();
    }

    /**
     * A whole number above 0.
     *
     * @param otherwise where it is not there; null where it must be
     */
    public int count(String key, @Nullable Integer otherwise) throws InputException {
        double number = positive(key, otherwise == null ? null : otherwise.doubleValue());
        if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
            throw wrong(name(key) + " must be a whole number, not " + number);
        }
        return (int) number;
    }

    /** A number above 0; {@code otherwise} as for {@link #count}. */
    public double positive(String key, @Nullable Double otherwise) throws InputException {
        JsonElement element = value(key);
        if (element == null) {
            if (otherwise == null) {
                throw wrong(name(key) + " is missing");
            }
            return otherwise;
        }
        double number;
        try {
            number = element.getAsDouble();
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new InputException(file + ": " + name(key) + " must be a number, not " + element, e);
        }
        if (!(number > 0) || Double.isInfinite(number)) {
            throw wrong(name(key) + " must be above 0, not " + element);
        }
        return number;
    }

    /** A list of texts; empty where it is not there. */
    public List<String> texts(String key) throws InputException {
        JsonElement element = value(key);
        List<String> texts = new ArrayList<>();
        if (element != null) {
            try {
                element.getAsJsonArray().forEach(each -> texts.add(each.getAsString()));
            } catch (UnsupportedOperationException | IllegalStateException e) {
                throw new InputException(file + ": " + name(key) + " must be a list of texts, not " + element, e);
            }
        }
        return texts;
    }

    /** A list of numbers above 0; empty where it is not there. */
    public List<Double> numbers(String key) throws InputException {
        JsonElement element = value(key);
        List<Double> numbers = new ArrayList<>();
        if (element != null) {
            try {
                element.getAsJsonArray().forEach(each -> numbers.add(each.getAsDouble()));
            } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
                throw new InputException(file + ": " + name(key) + " must be a list of numbers, not " + element, e);
            }
        }
        if (numbers.stream().anyMatch(number -> !(number > 0) || Double.isInfinite(number))) {
            throw wrong(name(key) + " must hold numbers above 0");
        }
        return numbers;
    }

    /** True or false. */
    public boolean flag(String key, boolean otherwise) throws InputException {
        String value = text(key, String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(name(key) + " must be true or false, not " + value);
        }
        return value.equals("true");
    }

    /** A single value as text. */
    public String text(String key, String otherwise) throws InputException {
        JsonElement element = value(key);
        if (element != null && !element.isJsonPrimitive()) {
            throw wrong(name(key) + " must be a single value, not " + element);
        }
        return element == null ? otherwise : element.getAsString();
    }

    /** The token ids of a key; none where it is missing. */
    public List<Integer> ids(String key) throws InputException {
        JsonElement element = value(key);
        List<Integer> ids = new ArrayList<>();
        if (element != null) {
            try {
                for (JsonElement each : element.isJsonArray() ? element.getAsJsonArray().asList() : List.of(element)) {
                    ids.add(each.getAsInt());
                }
            } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
                throw new InputException(file + ": " + name(key) + " must be a token id or a list of them, not " + element, e);
            }
        }
        return ids;
    }

    private @Nullable JsonElement value(String key) {
        JsonElement element = object.get(name(key));
        return element == null || element.isJsonNull() ? null : element;
    }

    /** What is wrong with the file. */
    public InputException wrong(String reason) {
        return InputException.in(file, reason);
    }
}
