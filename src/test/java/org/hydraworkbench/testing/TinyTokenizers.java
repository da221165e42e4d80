package org.hydraworkbench.testing;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Tokenizers with the pieces that a test wants: unigram models in which every piece costs the same, so that a text is cut into the
 * fewest pieces.
 */
public final class TinyTokenizers {

    private TinyTokenizers() {}

    /**
     * Pieces marked by {@code ▁}.
     *
     * @param roles special tokens by role, among them {@code unk}, for example {@code unk → <unk>}; they take the first ids, in order, a token once
     * @param pieces the others
     */
    public static Tokenizer sentencePiece(Path folder, Map<String, String> roles, List<String> pieces)
            throws IOException, HydraException {
        JsonObject spaces = new JsonObject();
        spaces.addProperty("type", "Metaspace");
        spaces.addProperty("replacement", "▁");
        spaces.addProperty("prepend_scheme", "always");
        spaces.addProperty("split", true);
        return write(folder, roles, pieces, spaces);
    }

    /** Pieces in the alphabet of bytes (Radford et al. 2019), spaces as {@code Ġ}; every single byte is a piece too. */
    public static Tokenizer byteLevel(Path folder, Map<String, String> roles, List<String> pieces)
            throws IOException, HydraException {
        JsonObject bytes = new JsonObject();
        bytes.addProperty("type", "ByteLevel");
        bytes.addProperty("add_prefix_space", false);
        bytes.addProperty("trim_offsets", false);
        bytes.addProperty("use_regex", true);
        Set<String> all = new LinkedHashSet<>(pieces);
        int others = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = b > ' ' && b < 127 || b > 160 && b != 173;
            all.add(Character.toString(printable ? b : others++));
        }
        return write(folder, roles, new ArrayList<>(all), bytes);
    }

    private static Tokenizer write(Path folder, Map<String, String> roles, List<String> pieces, JsonObject splitter)
            throws IOException, HydraException {
        Gson gson = new Gson();
        List<String> specials = roles.values().stream().distinct().toList();
        JsonArray vocabulary = new JsonArray();
        JsonArray added = new JsonArray();
        for (String special : specials) {
            JsonObject token = new JsonObject();
            token.addProperty("id", vocabulary.size());
            token.addProperty("content", special);
            token.addProperty("single_word", false);
            token.addProperty("lstrip", false);
            token.addProperty("rstrip", false);
            token.addProperty("normalized", false);
            token.addProperty("special", true);
            added.add(token);
            vocabulary.add(entry(special, 0));
        }
        pieces.forEach(piece -> vocabulary.add(entry(piece, -1)));
        JsonObject model = new JsonObject();
        model.addProperty("type", "Unigram");
        if (roles.containsKey("unk")) {
            model.addProperty("unk_id", specials.indexOf(roles.get("unk")));
        }
        model.add("vocab", vocabulary);
        model.addProperty("byte_fallback", false);
        JsonObject root = new JsonObject();
        root.addProperty("version", "1.0");
        root.add("added_tokens", added);
        root.add("pre_tokenizer", splitter);
        root.add("model", model);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("tokenizer.json"), gson.toJson(root));
        JsonObject config = new JsonObject();
        roles.forEach((role, token) -> config.addProperty(role + "_token", token));
        Files.writeString(folder.resolve("tokenizer_config.json"), gson.toJson(config));
        return Tokenizer.load(folder);
    }

    private static JsonArray entry(String piece, double score) {
        JsonArray entry = new JsonArray();
        entry.add(piece);
        entry.add(score);
        return entry;
    }
}
