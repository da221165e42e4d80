package org.hydraworkbench.tokenizer;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hydraworkbench.base.Gate;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.StateException;
import org.jspecify.annotations.Nullable;

/**
 * The same tokenizer with its control tokens under names that nobody can guess, so that no text spells one: {@code </s>} is then cut like
 * any other characters. All ids are the same. It is made when the first text needs it.
 */
final class RenamedTokens implements AutoCloseable {

    private static final int LETTERS = 24;

    private final TokenizerSource source;
    private final String hash;
    private final Map<String, String> names = new HashMap<>();
    private final Pattern spelt;
    private final Gate gate = new Gate("The tokenizer");
    private @Nullable NativeTokenizer encoder;

    /**
     * Of a tokenizer.
     *
     * @param source what it was loaded from
     * @param hash that of its {@code tokenizer.json} when it was loaded
     * @param control the ids of its control tokens
     */
    RenamedTokens(TokenizerSource source, String hash, TokenizerJson json, BitSet control) {
        this.source = source;
        this.hash = hash;
        SecureRandom random = new SecureRandom();
        control.stream().forEach(id -> names.put(
                json.piece(id),
                random.ints(LETTERS, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining())));
        // Of two that begin alike the library takes the longer one.
        this.spelt = Pattern.compile(names.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }

    /** A text with the new names for the control tokens that it spells. */
    String rename(String markup) {
        return names.isEmpty() ? markup : spelt.matcher(markup).replaceAll(found -> names.getOrDefault(found.group(), ""));
    }

    /** The library's tokenizer with the new names. */
    NativeTokenizer encoder() throws StateException {
        gate.enter();
        try {
            return made();
        } finally {
            gate.leave();
        }
    }

    private synchronized NativeTokenizer made() throws StateException {
        if (encoder == null) {
            try {
                byte[] given = source.json();
                if (!TokenizerFolder.hash(given).equals(hash)) {
                    throw new StateException(source.file() + ": was changed while the tokenizer was in use.");
                }
                JsonObject json = Json.parseObject(new String(given, StandardCharsets.UTF_8));
                renameAll(json);
                String text = new GsonBuilder().serializeNulls().create().toJson(json);
                encoder = NativeTokenizer.load(source.file(), text.getBytes(StandardCharsets.UTF_8));
            } catch (InputException | ResourceException e) {
                throw new StateException("A text that spells special tokens cannot be encoded: " + Reasons.of(e), e);
            }
        }
        return encoder;
    }

    private void renameAll(JsonObject json) {
        for (JsonElement each : json.getAsJsonArray("added_tokens")) {
            JsonObject token = each.getAsJsonObject();
            token.addProperty("content", name(token.get("content").getAsString()));
        }
        JsonObject model = json.getAsJsonObject("model");
        if (model.get("unk_token") instanceof JsonPrimitive unknown) {
            model.addProperty("unk_token", name(unknown.getAsString()));
        }
        JsonElement vocabulary = model.get("vocab");
        if (vocabulary.isJsonArray()) {
            for (JsonElement each : vocabulary.getAsJsonArray()) {
                JsonArray entry = each.getAsJsonArray();
                entry.set(0, new JsonPrimitive(name(entry.get(0).getAsString())));
            }
        } else {
            JsonObject renamed = new JsonObject();
            vocabulary.getAsJsonObject().entrySet().forEach(entry -> renamed.add(name(entry.getKey()), entry.getValue()));
            model.add("vocab", renamed);
        }
        if (model.get("merges") instanceof JsonArray merges) {
            String prefix = model.get("continuing_subword_prefix") instanceof JsonPrimitive text ? text.getAsString() : "";
            JsonArray kept = new JsonArray(merges.size());
            for (JsonElement merge : merges) {
                if (!touches(merge, prefix)) {
                    kept.add(merge);
                }
            }
            model.add("merges", kept);
        }
    }

    /** Whether a merge, a list of two pieces or the two with a space between, uses or makes a token that was renamed. */
    private boolean touches(JsonElement merge, String prefix) {
        String left;
        String right;
        if (merge.isJsonArray()) {
            left = merge.getAsJsonArray().get(0).getAsString();
            right = merge.getAsJsonArray().get(1).getAsString();
        } else {
            String both = merge.getAsString();
            left = both.substring(0, both.indexOf(' '));
            right = both.substring(both.indexOf(' ') + 1);
        }
        return names.containsKey(left) || names.containsKey(right) || names.containsKey(left + right.substring(prefix.length()));
    }

    private String name(String piece) {
        return names.getOrDefault(piece, piece);
    }

    @Override
    public void close() {
        if (gate.shut()) {
            closeMade();
        }
    }

    private synchronized void closeMade() {
        if (encoder != null) {
            encoder.close();
        }
    }
}
