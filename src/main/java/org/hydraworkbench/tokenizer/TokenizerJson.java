package org.hydraworkbench.tokenizer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** What a {@code tokenizer.json} says about its pieces; read in one pass, without building a tree of the vocabulary. */
final class TokenizerJson {

    private static final int LARGEST_ID = 1 << 24;

    final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
    final BitSet added = new BitSet();
    final BitSet special = new BitSet();
    private @Nullable String[] pieces = new @Nullable String[1024];
    private int size;
    private String modelType = "";
    private @Nullable String unknownPiece;
    private int unknownId = -1;
    private boolean byteFallback;
    private boolean byteLevel;
    private boolean marked;

    private TokenizerJson() {
        ids.defaultReturnValue(-1);
    }

    static TokenizerJson read(Path file) throws InputException {
        TokenizerJson json = new TokenizerJson();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                JsonReader reader = new JsonReader(text)) {
            json.readRoot(reader);
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException
                | UnsupportedOperationException e) {
            throw InputException.in(file, "is not a tokenizer file", e);
        }
        if (json.size == 0) {
            throw InputException.in(file, "holds no vocabulary");
        }
        return json;
    }

    /** Largest id plus one. */
    int size() {
        return size;
    }

    /** The piece of an id; empty for an id that the file leaves out. */
    String piece(int id) {
        String piece = pieces[id];
        return piece == null ? "" : piece;
    }

    PieceStyle style() {
        if (modelType.equals("WordPiece")) {
            return PieceStyle.WORDPIECE;
        }
        return byteLevel ? PieceStyle.BYTE_LEVEL : marked ? PieceStyle.SENTENCEPIECE : PieceStyle.PLAIN;
    }

    boolean byteFallback() {
        return byteFallback;
    }

    /** The id of the unknown piece as the model itself names it, or -1. */
    int unknown() {
        return unknownPiece == null ? unknownId : ids.getInt(unknownPiece);
    }

    private void readRoot(JsonReader reader) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "model" -> readModel(reader);
                case "added_tokens" -> readAdded(reader);
                case "normalizer", "pre_tokenizer", "decoder" -> readStep(JsonParser.parseReader(reader));
                default -> reader.skipValue();
            }
        }
        reader.endObject();
    }

    private void readModel(JsonReader reader) throws IOException {
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (reader.peek() == JsonToken.NULL) {
                reader.nextNull();
                continue;
            }
            switch (name) {
                case "type" -> modelType = reader.nextString();
                case "unk_token" -> unknownPiece = reader.nextString();
                case "unk_id" -> unknownId = reader.nextInt();
                case "byte_fallback" -> byteFallback = reader.nextBoolean();
                case "vocab" -> readVocabulary(reader);
                default -> reader.skipValue();
            }
        }
        reader.endObject();
    }

    /** An object piece: id, or (unigram) a list of [piece, score]. */
    private void readVocabulary(JsonReader reader) throws IOException {
        if (reader.peek() == JsonToken.BEGIN_OBJECT) {
            reader.beginObject();
            while (reader.hasNext()) {
                String piece = reader.nextName();
                put(piece, reader.nextInt());
            }
            reader.endObject();
            return;
        }
        reader.beginArray();
        for (int id = 0; reader.hasNext(); id++) {
            reader.beginArray();
            put(reader.nextString(), id);
            reader.skipValue();
            reader.endArray();
        }
        reader.endArray();
    }

    private void readAdded(JsonReader reader) throws IOException {
        for (JsonElement element : JsonParser.parseReader(reader).getAsJsonArray()) {
            JsonObject token = element.getAsJsonObject();
            int id = token.get("id").getAsInt();
            put(token.get("content").getAsString(), id);
            added.set(id);
            special.set(id, token.has("special") && token.get("special").getAsBoolean());
        }
    }

    /** Looks through a normaliser, pre-tokenizer or decoder, and those inside a sequence, for how words are marked. */
    private void readStep(JsonElement element) {
        if (element.isJsonArray()) {
            element.getAsJsonArray().forEach(this::readStep);
        } else if (element.isJsonObject()) {
            JsonObject step = element.getAsJsonObject();
            String type = step.has("type") ? step.get("type").getAsString() : "";
            byteLevel |= type.equals("ByteLevel");
            marked |= type.equals("Metaspace")
                    || (type.equals("Replace") || type.equals("Prepend")) && step.toString().contains("▁");
            for (String nested : new String[] {"normalizers", "pretokenizers", "decoders"}) {
                if (step.has(nested)) {
                    readStep(step.get(nested));
                }
            }
        }
    }

    private void put(String piece, int id) {
        if (id < 0 || id > LARGEST_ID) {
            throw new IllegalStateException("the piece " + piece + " has the impossible id " + id);
        }
        if (id >= pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(id + 1, pieces.length * 2));
        }
        pieces[id] = piece;
        ids.put(piece, id);
        size = Math.max(size, id + 1);
    }
}
