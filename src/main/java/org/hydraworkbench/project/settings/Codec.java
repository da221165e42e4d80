package org.hydraworkbench.project.settings;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;

/**
 * How the settings of one kind of work are stored: as a JSON object with a version, a field for each setting. A missing field has
 * its default, an unknown one is refused.
 *
 * @param <S> the settings
 */
public abstract class Codec<S> {

    private static final int VERSION = 2;
    private static final Pattern COMMA = Pattern.compile(",");

    /** The fields of {@code settings} without the version, in the order in which a person should read them. */
    protected abstract JsonObject fields(S settings);

    /** The settings that {@code in} holds; asks for every field. */
    protected abstract S from(JsonFields in) throws InputException;

    /** The version that is written; another when a field comes that what was stored before has to be read without. */
    protected int version() {
        return VERSION;
    }

    /** Brings what an older version stored to the present fields; what has no version was stored by the names of Java's classes. */
    protected JsonObject upgraded(JsonObject old) {
        return old;
    }

    /** What is stored. */
    public final JsonObject write(S settings) {
        JsonObject json = new JsonObject();
        json.addProperty("version", version());
        fields(settings).entrySet().forEach(field -> json.add(field.getKey(), field.getValue()));
        return json;
    }

    /** What holds where nothing was chosen. */
    public final S plain() {
        JsonObject json = new JsonObject();
        json.addProperty("version", version());
        try {
            return read(json);
        } catch (InputException e) {
            throw new IllegalStateException("settings without a field have no defaults", e);
        }
    }

    /** The settings that were stored. */
    public final S read(JsonObject stored) throws InputException {
        JsonFields in = JsonFields.of(stored);
        if (in.version(version()) < version()) {
            in = JsonFields.of(upgraded(stored.deepCopy()));
            in.version(version());
        }
        return complete(in);
    }

    private S complete(JsonFields in) throws InputException {
        S settings = from(in);
        in.end();
        return settings;
    }

    /**
     * The settings that were stored as text.
     *
     * @param of what they belong to, for the sentence of an error
     */
    public final S read(String stored, String of) throws InputException {
        try {
            return read(Json.parseObject(stored));
        } catch (InputException e) {
            throw new InputException("The settings of " + of + " cannot be read (" + Reasons.of(e) + ")", e);
        }
    }

    /**
     * {@code settings} with some fields given otherwise.
     *
     * @param given values by the names of fields, as typed; those of a list with commas between
     * @throws InputException when there is no such field, or the value does not suit it
     */
    public final S with(S settings, Map<String, String> given) throws InputException {
        JsonObject json = fields(settings);
        adapt(json, given.keySet());
        given.forEach((name, value) -> {
            JsonElement before = json.get(name);
            json.add(name, before != null && before.isJsonArray() ? list(value) : new JsonPrimitive(value));
        });
        return complete(JsonFields.of(json));
    }

    private static JsonArray list(String typed) {
        JsonArray list = new JsonArray();
        COMMA.splitAsStream(typed).map(String::strip).filter(one -> !one.isEmpty()).forEach(list::add);
        return list;
    }

    /** A path as it was stored or typed. */
    protected static Path path(String path) throws InputException {
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new InputException("“" + path + "” is no name of a file (" + Reasons.of(e) + ").", e);
        }
    }

    /** Forgets fields that depend on some that are about to be given, so that they have their defaults again. */
    protected void adapt(JsonObject json, Set<String> given) {}

    /** Moves the fields of an object that {@code json} holds into {@code json} itself. */
    protected static void lift(JsonObject json, String name) {
        JsonElement inner = json.remove(name);
        if (inner != null && inner.isJsonObject()) {
            inner.getAsJsonObject().entrySet().forEach(field -> json.add(field.getKey(), field.getValue()));
        }
    }

    /** Gives a field another name. */
    protected static void rename(JsonObject json, String from, String to) {
        JsonElement value = json.remove(from);
        if (value != null) {
            json.add(to, value);
        }
    }
}
