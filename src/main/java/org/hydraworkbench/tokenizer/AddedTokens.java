package org.hydraworkbench.tokenizer;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;

/** The tokens of a tokenizer that are cut out of texts before all others, by id, as {@code tokenizer.json} lists them. */
final class AddedTokens {

    private static final String DECODER = "added_tokens_decoder";
    private static final int LARGEST_ID = 1 << 24;

    private final Map<Integer, JsonObject> tokens = new TreeMap<>();

    /** Whether there is one of that number. */
    boolean has(int id) {
        return tokens.containsKey(id);
    }

    /** Adds one, in place of what had its number; returned so that more can be said of it. */
    JsonObject add(int id, String content, boolean normalized, boolean special) {
        JsonObject token = new JsonObject();
        token.addProperty("id", id);
        token.addProperty("content", content);
        for (String off : new String[] {"single_word", "lstrip", "rstrip"}) {
            token.addProperty(off, false);
        }
        token.addProperty("normalized", normalized);
        token.addProperty("special", special);
        tokens.put(id, token);
        return token;
    }

    /**
     * Those that the files beside a vocabulary name: {@code added_tokens.json}, an object of numbers by token, and
     * {@code added_tokens_decoder} of {@code tokenizer_config.json}, an object of tokens by number.
     */
    static AddedTokens beside(Path vocabulary) throws InputException {
        AddedTokens added = new AddedTokens();
        added.addOld(vocabulary.resolveSibling(TokenizerFolder.ADDED));
        TokenizerConfig config = TokenizerConfig.beside(vocabulary);
        if (config.json().get(DECODER) instanceof JsonObject named) {
            for (Map.Entry<String, JsonElement> each : named.entrySet()) {
                added.addDescribed(config.file(), each.getKey(), each.getValue());
            }
        }
        return added;
    }

    private void addOld(Path file) throws InputException {
        if (Files.isRegularFile(file)) {
            JsonObject json = Json.readObject(file);
            try {
                for (String content : json.keySet()) {
                    add(JsonFields.of(json).integer(content, 0, 0, LARGEST_ID), content, false, false);
                }
            } catch (InputException e) {
                throw InputException.in(file, "does not name tokens and their numbers", e);
            }
        }
    }

    private void addDescribed(Path config, String number, JsonElement value) throws InputException {
        Integer id = number.matches("\\d{1,8}") ? Integer.valueOf(number) : null;
        if (id == null || !(value instanceof JsonObject token) || !token.has("content")) {
            throw InputException.in(config, DECODER + " should hold tokens by number, but \"" + number + "\" is " + value);
        }
        JsonFields fields = JsonFields.of(token);
        try {
            JsonObject added = add(id, fields.requiredText("content"), fields.flag("normalized", false), fields.flag("special", false));
            for (String flag : new String[] {"single_word", "lstrip", "rstrip"}) {
                added.addProperty(flag, fields.flag(flag, false));
            }
        } catch (InputException e) {
            throw InputException.in(config, "the token " + number + " of " + DECODER + " cannot be used", e);
        }
    }

    /**
     * Calls a token special; it is added where it was not.
     *
     * @param id what the vocabulary has it as, or −1
     */
    void callSpecial(String content, int id) {
        for (JsonObject token : tokens.values()) {
            if (token.get("content").getAsString().equals(content)) {
                token.addProperty("special", true);
                return;
            }
        }
        if (id >= 0) {
            add(id, content, false, true);
        }
    }

    /** All of them, in the order of their numbers. */
    JsonArray json() {
        JsonArray array = new JsonArray(tokens.size());
        tokens.values().forEach(array::add);
        return array;
    }
}
