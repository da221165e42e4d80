package org.hydraworkbench.base;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The only place where JSON is read. It is taken by the letter of RFC 8259: no names without quotes, no comments, no text after
 * the end, nothing nested deeper than 255, no half of a surrogate pair, which has no UTF-8 form, and no number too large for a double.
 * Other programs refuse such files or, worse, do not.
 */
public final class Json {

    private static final Gson PRETTY = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();

    private Json() {}

    /**
     * What a file holds.
     *
     * @throws InputException naming the file, when it cannot be read or is not JSON
     */
    public static JsonElement read(Path file) throws InputException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return whole(text);
        } catch (JsonParseException | MalformedJsonException | EOFException e) {
            throw InputException.in(file, "is not JSON", e);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    /** As {@link #read}, of a file that holds an object. */
    public static JsonObject readObject(Path file) throws InputException {
        JsonElement json = read(file);
        if (!json.isJsonObject()) {
            throw InputException.in(file, "should hold a JSON object, but holds " + kind(json));
        }
        return json.getAsJsonObject();
    }

    /**
     * What a text says.
     *
     * @throws InputException when it is not JSON
     */
    public static JsonElement parse(String text) throws InputException {
        try {
            return whole(new StringReader(text));
        } catch (IOException | JsonParseException e) {
            throw new InputException("This is not JSON (" + Reasons.of(e) + ").", e);
        }
    }

    /** As {@link #parse}, of a text that is an object. */
    public static JsonObject parseObject(String text) throws InputException {
        JsonElement json = parse(text);
        if (!json.isJsonObject()) {
            throw new InputException("A JSON object is needed, but this is " + kind(json) + ".");
        }
        return json.getAsJsonObject();
    }

    /**
     * The object that a text is which this program wrote itself, where nobody else writes.
     *
     * @throws IllegalStateException when it is none
     */
    public static JsonObject own(String text) {
        try {
            return parseObject(text);
        } catch (InputException e) {
            throw new IllegalStateException("what was stored is no JSON object: " + text, e);
        }
    }

    /** Reads piece by piece, for what is too large for a tree. Its errors are put into words by {@link Reasons}. */
    public static JsonReader reader(Reader text) {
        JsonReader reader = new WellFormed(text);
        reader.setStrictness(Strictness.STRICT);
        return reader;
    }

    /** The value that a reader of {@link #reader} has come to, whole. */
    public static JsonElement next(JsonReader reader) {
        return JsonParser.parseReader(reader);
    }

    /** Writes a file for people to read, too; names keep their order and numbers their spelling. */
    public static void write(Path file, JsonObject json) throws HydraException {
        AtomicFiles.writeString(file, PRETTY.toJson(json) + "\n");
    }

    private static JsonElement whole(Reader text) throws IOException {
        JsonReader reader = reader(text);
        if (reader.peek() == JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("it is empty");
        }
        JsonElement json = next(reader);
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("there is more after its end");
        }
        return json;
    }

    private static String kind(JsonElement json) {
        return json.isJsonNull() ? "null" : json.isJsonArray() ? "a list" : json.isJsonObject() ? "an object" : "a single value";
    }

    private static final class WellFormed extends JsonReader {

        WellFormed(Reader text) {
            super(text);
        }

        @Override
        public String nextName() throws IOException {
            return wellFormed(super.nextName());
        }

        @Override
        public String nextString() throws IOException {
            boolean number = peek() == JsonToken.NUMBER;
            String text = wellFormed(super.nextString());
            if (number && Double.isInfinite(Double.parseDouble(text))) {
                throw new MalformedJsonException("a number that is too large at path " + getPath());
            }
            return text;
        }

        @Override
        public void skipValue() throws IOException {
            int depth = 0;
            do {
                switch (peek()) {
                    case BEGIN_OBJECT -> {
                        beginObject();
                        depth++;
                    }
                    case BEGIN_ARRAY -> {
                        beginArray();
                        depth++;
                    }
                    case END_OBJECT -> {
                        endObject();
                        depth--;
                    }
                    case END_ARRAY -> {
                        endArray();
                        depth--;
                    }
                    case NAME -> nextName();
                    case STRING, NUMBER -> nextString();
                    case BOOLEAN -> super.skipValue();
                    case NULL -> nextNull();
                    case END_DOCUMENT -> throw new MalformedJsonException("End of input at path " + getPath());
                }
            } while (depth > 0);
        }

        private String wellFormed(String text) throws IOException {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isSurrogate(text.charAt(i))) {
                    boolean pair = Character.isHighSurrogate(text.charAt(i))
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1));
                    if (!pair) {
                        throw new MalformedJsonException(
                                String.format("half a surrogate pair, \\u%04x,", (int) text.charAt(i)) + " at path " + getPath());
                    }
                    i++;
                }
            }
            return text;
        }
    }
}
