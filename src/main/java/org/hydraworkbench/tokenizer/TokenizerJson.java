package org.hydraworkbench.tokenizer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code tokenizer.json} says about its pieces; read in one pass, without building a tree of the vocabulary. What the
 * tokenizers library would not refuse but end the whole program on, now or with some later text, is refused here.
 */
final class TokenizerJson {

    private static final int LARGEST_ID = 1 << 24;

    final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
    final BitSet added = new BitSet();
    final BitSet special = new BitSet();
    private boolean cutsIntoBytes;
    private final BitSet ofModel = new BitSet();
    private final List<AddedToken> addedTokens = new ArrayList<>();
    private @Nullable String[] pieces = new @Nullable String[1024];
    private int size;
    private String modelType = "";
    private @Nullable String unknownPiece;
    private int unknownId = -1;
    private String continuation = "";
    private boolean unigram;
    private boolean merging;
    private boolean byteFallback;
    private boolean byteLevel;
    private boolean marked;

    /** A token that a file names beside its model's. */
    private record AddedToken(String content, int id, boolean special) {}

    private TokenizerJson() {
        ids.defaultReturnValue(-1);
    }

    /** Reads one; errors name {@code file}. */
    static TokenizerJson read(Path file, byte[] text) throws InputException {
        TokenizerJson json = new TokenizerJson();
        try (JsonReader reader = reader(text)) {
            json.readRoot(reader);
            if (json.ofModel.isEmpty()) {
                throw new InputException("it holds no vocabulary");
            }
            json.add();
        } catch (InputException | JsonParseException | MalformedJsonException | EOFException | IllegalStateException
                | NumberFormatException | UnsupportedOperationException e) {
            throw InputException.in(file, "is not a tokenizer file", e);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
        json.check(file, text);
        return json;
    }

    /** Reads a {@code tokenizer.json}, refusing what is no UTF-8. */
    static JsonReader reader(byte[] text) {
        return Json.reader(new InputStreamReader(new ByteArrayInputStream(text), StandardCharsets.UTF_8.newDecoder()));
    }

    /** Largest id plus one. */
    int size() {
        return size;
    }

    /** The piece of an id; empty for an id that the file leaves out. */
    String piece(int id) {
        String piece = id < pieces.length ? pieces[id] : null;
        return piece == null ? "" : piece;
    }

    /** The id of what two pieces are merged to, or -1. */
    int merged(String left, String right) {
        boolean continues = !continuation.isEmpty() && right.startsWith(continuation);
        return ids.getInt(left + (continues ? right.substring(continuation.length()) : right));
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

    private void readRoot(JsonReader reader) throws IOException, InputException {
        reader.beginObject();
        while (reader.hasNext()) {
            switch (reader.nextName()) {
                case "model" -> readModel(reader);
                case "added_tokens" -> readAdded(reader);
                case "normalizer", "decoder" -> readStep(Json.next(reader));
                case "pre_tokenizer" -> {
                    JsonElement step = Json.next(reader);
                    readStep(step);
                    cutsIntoBytes = endsInBytes(step);
                }
                default -> reader.skipValue();
            }
        }
        reader.endObject();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
            throw new MalformedJsonException("there is more after its end");
        }
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
                case "continuing_subword_prefix" -> continuation = reader.nextString();
                case "vocab" -> readVocabulary(reader);
                case "merges" -> {
                    merging = true;
                    reader.skipValue();
                }
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
                putOfModel(piece, reader.nextInt());
            }
            reader.endObject();
            return;
        }
        unigram = true;
        reader.beginArray();
        for (int id = 0; reader.hasNext(); id++) {
            reader.beginArray();
            putOfModel(reader.nextString(), id);
            reader.skipValue();
            reader.endArray();
        }
        reader.endArray();
    }

    private void readAdded(JsonReader reader) throws IOException, InputException {
        for (JsonElement element : Json.next(reader).getAsJsonArray()) {
            JsonFields token = JsonFields.of(element.getAsJsonObject());
            String content = token.requiredText("content");
            if (!token.has("id")) {
                throw new InputException("the added token \"" + content + "\" has no id");
            }
            addedTokens.add(new AddedToken(content, token.integer("id", 0, 0, LARGEST_ID), token.flag("special", false)));
        }
    }

    /**
     * Adds the tokens beside the model's, wherever the file names them. The library does not go by their numbers: what the model has keeps the
     * model's, and the others are counted on from the number of its pieces.
     */
    private void add() throws InputException {
        int next = unigram ? ofModel.cardinality() : ids.size();
        for (AddedToken token : addedTokens) {
            int known = ids.getInt(token.content());
            if (known >= 0 && known != token.id()) {
                throw disagreeing(token, "but the vocabulary says " + known);
            }
            if (known < 0 && !piece(token.id()).isEmpty()) {
                throw disagreeing(token, "which is that of \"" + piece(token.id()) + "\"");
            }
            if (known < 0 && token.id() != next) {
                throw disagreeing(token, "but the library would give it " + next);
            }
            put(token.content(), token.id());
            added.set(token.id());
            special.set(token.id(), token.special());
            next = Math.max(next, token.id() + 1);
        }
    }

    private static InputException disagreeing(AddedToken token, String why) {
        return new InputException("the added token \"" + token.content() + "\" has the id " + token.id() + ", " + why);
    }

    /** Looks through a normaliser, pre-tokenizer or decoder, and those inside a sequence, for how words are marked. */
    private void readStep(JsonElement element) throws InputException {
        if (element.isJsonArray()) {
            for (JsonElement each : element.getAsJsonArray()) {
                readStep(each);
            }
        } else if (element.isJsonObject()) {
            JsonObject step = element.getAsJsonObject();
            String type = step.has("type") ? step.get("type").getAsString() : "";
            byteLevel |= type.equals("ByteLevel");
            marked |= type.equals("Metaspace")
                    || (type.equals("Replace") || type.equals("Prepend")) && step.toString().contains("▁");
            if (type.equals("Precompiled")
                    && !PrecompiledMap.isSound(JsonFields.of(step).text("precompiled_charsmap", ""))) {
                throw new InputException("the precompiled_charsmap of its normalizer is damaged");
            }
            for (String nested : new String[] {"normalizers", "pretokenizers", "decoders"}) {
                if (step.has(nested)) {
                    readStep(step.get(nested));
                }
            }
        }
    }

    private void putOfModel(String piece, int id) {
        put(piece, id);
        ofModel.set(id);
    }

    private void put(String piece, int id) {
        if (id < 0 || id > LARGEST_ID) {
            throw new IllegalStateException("the piece " + piece + " has the impossible id " + id);
        }
        if (piece.indexOf('\0') >= 0) {
            throw new IllegalStateException("the piece " + id + " has a NUL in its name");
        }
        if (id >= pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(id + 1, pieces.length * 2));
        }
        pieces[id] = piece;
        ids.put(piece, id);
        size = Math.max(size, id + 1);
    }

    /** Whether the last thing that a pre-tokenizer does is to write a text in the alphabet of bytes. */
    private static boolean endsInBytes(JsonElement step) {
        if (!step.isJsonObject() || !step.getAsJsonObject().has("type")) {
            return false;
        }
        JsonElement inner = step.getAsJsonObject().get("pretokenizers");
        if (inner != null && inner.isJsonArray() && !inner.getAsJsonArray().isEmpty()) {
            return endsInBytes(inner.getAsJsonArray().get(inner.getAsJsonArray().size() - 1));
        }
        return step.getAsJsonObject().get("type").getAsString().equals("ByteLevel");
    }

    private boolean hasAllBytes() {
        return IntStream.range(0, 256).allMatch(value -> ofModel(String.valueOf(ByteAlphabet.character(value))));
    }

    /** What the library takes for granted of a model. */
    private void check(Path file, byte[] text) throws InputException {
        if (isUnigram()) {
            boolean needed = unknownId >= 0 || !cutsIntoBytes || !hasAllBytes();
            if (needed && (unknownId < 0 || !ofModel.get(unknownId))) {
                throw InputException.in(
                        file, "its model has no unk_id, the token for what no piece can write; such a text would end the program");
            }
            return;
        }
        boolean always = modelType.equals("WordPiece") || modelType.equals("WordLevel");
        String unknown = unknownPiece != null || !always ? unknownPiece : modelType.equals("WordPiece") ? "[UNK]" : "<unk>";
        if (unknown != null && !ofModel(unknown)) {
            throw InputException.in(
                    file, "the unk_token of its model, \"" + unknown + "\", is not in its vocabulary; a text with an unknown"
                            + " character would end the program");
        }
        if (merging && !continuation.isEmpty()) {
            checkContinuations(file, text);
        }
    }

    private boolean isUnigram() {
        return modelType.isEmpty() ? unigram : modelType.equals("Unigram");
    }

    private boolean ofModel(String piece) {
        int id = ids.getInt(piece);
        return id >= 0 && ofModel.get(id);
    }

    /** The library cuts the prefix off the second piece of every merge, whatever stands there. */
    private void checkContinuations(Path file, byte[] text) throws InputException {
        try (JsonReader reader = reader(text)) {
            enter(reader, "model");
            enter(reader, "merges");
            reader.beginArray();
            while (reader.hasNext()) {
                String second = second(reader);
                if (!second.startsWith(continuation)) {
                    throw InputException.in(file, "a merge ends with \"" + second + "\", which does not begin with the"
                            + " continuing_subword_prefix \"" + continuation + "\"");
                }
            }
        } catch (IllegalStateException | IOException e) {
            throw InputException.in(file, "is not a tokenizer file", e);
        }
    }

    /** Goes to the value of a name in an object that is known to hold it. */
    private static void enter(JsonReader reader, String name) throws IOException {
        reader.beginObject();
        while (!reader.nextName().equals(name)) {
            reader.skipValue();
        }
    }

    /** A merge is a list of two pieces, or the two with a space between. */
    private static String second(JsonReader reader) throws IOException {
        if (reader.peek() == JsonToken.STRING) {
            String merge = reader.nextString();
            return merge.substring(merge.indexOf(' ') + 1);
        }
        reader.beginArray();
        reader.skipValue();
        String second = reader.nextString();
        reader.endArray();
        return second;
    }
}
