package org.hydraworkbench.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.jspecify.annotations.Nullable;

/**
 * Which token plays which part. A role is empty when the tokenizer has no token for it; nothing is guessed.
 *
 * @param bos begins a text
 * @param eos ends a text
 * @param pad fills a batch
 * @param unk stands for what cannot be written otherwise
 * @param cls begins a text in encoder models
 * @param sep ends or parts texts in encoder models
 * @param mask stands for a hidden token
 */
public record SpecialTokens(
        OptionalInt bos,
        OptionalInt eos,
        OptionalInt pad,
        OptionalInt unk,
        OptionalInt cls,
        OptionalInt sep,
        OptionalInt mask) {

    private static final List<String> ROLES = List.of("bos", "eos", "pad", "unk", "cls", "sep", "mask");
    private static final String TOKEN = "_token";
    /** Tokens that play none of the parts, by their old name and their new one. */
    private static final List<String> OTHERS = List.of("additional_special_tokens", "extra_special_tokens");

    /** The ids that play at least one role, ascending. */
    public IntStream ids() {
        return IntStream.of(id(bos), id(eos), id(pad), id(unk), id(cls), id(sep), id(mask))
                .filter(id -> id >= 0)
                .distinct()
                .sorted();
    }

    private static int id(OptionalInt role) {
        return role.orElse(-1);
    }

    /**
     * Reads the roles of a Hugging Face folder: each from {@code tokenizer_config.json}, else {@code special_tokens_map.json},
     * else the id in {@code config.json}, else the vocabulary itself; unknown lastly from the model in {@code tokenizer.json}. A missing file says nothing.
     *
     * @param own the spellings that the tokenizer's vocabulary itself names, by Hugging Face's names for the parts
     * @param id gives the id of a piece, or -1
     * @param modelUnknown the id of the unknown piece by {@code tokenizer.json}, or -1
     */
    static SpecialTokens read(Path folder, Map<String, String> own, ToIntFunction<String> id, int size, int modelUnknown) throws InputException {
        Roles roles = new Roles(
                object(folder.resolve(TokenizerFolder.CONFIG)),
                object(folder.resolve(TokenizerFolder.MAP)),
                object(folder.resolve(TokenizerFolder.MODEL_CONFIG)),
                own,
                id,
                size);
        OptionalInt unknown = roles.of("unk");
        return new SpecialTokens(
                roles.of("bos"),
                roles.of("eos"),
                roles.of("pad"),
                unknown.isEmpty() && modelUnknown >= 0 ? OptionalInt.of(modelUnknown) : unknown,
                roles.of("cls"),
                roles.of("sep"),
                roles.of("mask"));
    }

    /**
     * How a Hugging Face folder spells its special tokens, by Hugging Face's names for them, for example {@code bos_token}; from
     * {@code tokenizer_config.json}, else {@code special_tokens_map.json}. What neither names is not there.
     */
    public static Map<String, String> spellings(Path folder) throws InputException {
        Map<String, String> spellings = new LinkedHashMap<>();
        for (String file : List.of(TokenizerFolder.CONFIG, TokenizerFolder.MAP)) {
            JsonObject json = object(folder.resolve(file));
            for (String role : ROLES) {
                String content = content(json.get(role + TOKEN));
                if (content != null) {
                    spellings.putIfAbsent(role + TOKEN, content);
                }
            }
        }
        return spellings;
    }

    /** The tokens that a Hugging Face folder calls special, with a part to play or without. */
    static List<String> named(Path folder) throws InputException {
        List<String> named = new ArrayList<>(spellings(folder).values());
        for (String file : List.of(TokenizerFolder.CONFIG, TokenizerFolder.MAP)) {
            JsonObject json = object(folder.resolve(file));
            for (String key : OTHERS) {
                if (json.get(key) instanceof JsonArray list) {
                    list.forEach(each -> Optional.ofNullable(content(each)).ifPresent(named::add));
                }
            }
        }
        return named;
    }

    private record Roles(
            JsonObject tokenizer, JsonObject map, JsonObject model, Map<String, String> own, ToIntFunction<String> id, int size) {

        OptionalInt of(String role) {
            for (JsonObject file : new JsonObject[] {tokenizer, map}) {
                String content = content(file.get(role + TOKEN));
                int found = content == null ? -1 : id.applyAsInt(content);
                if (found >= 0) {
                    return OptionalInt.of(found);
                }
            }
            JsonElement number = model.get(role + "_token_id");
            if (number != null && number.isJsonArray() && !number.getAsJsonArray().isEmpty()) {
                number = number.getAsJsonArray().get(0);
            }
            if (number != null && number.isJsonPrimitive() && number.getAsJsonPrimitive().isNumber()) {
                int found = number.getAsInt();
                return found >= 0 && found < size ? OptionalInt.of(found) : OptionalInt.empty();
            }
            String content = own.get(role + TOKEN);
            int found = content == null ? -1 : id.applyAsInt(content);
            return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
        }
    }

    /** A token is given as its text, or as an object with the text as its content. */
    private static @Nullable String content(@Nullable JsonElement value) {
        JsonElement text = value != null && value.isJsonObject() ? value.getAsJsonObject().get("content") : value;
        return text != null && text.isJsonPrimitive() ? text.getAsString() : null;
    }

    private static JsonObject object(Path file) throws InputException {
        return Files.isRegularFile(file) ? Json.readObject(file) : new JsonObject();
    }
}
