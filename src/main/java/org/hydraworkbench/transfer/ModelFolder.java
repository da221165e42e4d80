package org.hydraworkbench.transfer;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;

/** The files of a Hugging Face model folder that are not weights, as a model with another tokenizer needs them. */
public final class ModelFolder {

    private static final String CONFIG = "config.json";
    private static final String GENERATION = "generation_config.json";
    private static final String SPECIAL_TOKENS = "special_tokens_map.json";

    /** What belongs to a tokenizer in such a folder. */
    private static final List<String> TOKENIZER_FILES = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            SPECIAL_TOKENS,
            "added_tokens.json",
            "chat_template.jinja",
            "vocab.json",
            "merges.txt",
            "vocab.txt",
            "tokenizer.model");

    private static final List<String> LEGAL_FILES = List.of("license", "licence", "notice", "attribution", "use_policy");

    /** Generation settings that name tokens of the old vocabulary and would be wrong in the new one. */
    private static final List<String> OLD_VOCABULARY_KEYS = List.of(
            "suppress_tokens",
            "begin_suppress_tokens",
            "bad_words_ids",
            "force_words_ids",
            "forced_bos_token_id",
            "forced_eos_token_id",
            "decoder_start_token_id",
            "sequence_bias");

    private ModelFolder() {}

    /**
     * Copies a model: configuration, weights as they lie, tokenizer, licences. Nothing else, so that neither code nor weights
     * in other formats travel along.
     *
     * @param to is created
     */
    public static void copyModel(Path from, Path to, Progress progress) throws HydraException {
        Folders.create(to);
        Folders.copyFile(from.resolve(CONFIG), to.resolve(CONFIG), Progress.none());
        try (ModelWeights weights = ModelWeights.open(from)) {
            for (Path file : weights.files()) {
                Folders.copyFile(file, to.resolve(String.valueOf(file.getFileName())), progress);
            }
        }
        copyAround(from, to);
    }

    /** Copies what lies around configuration and weights: generation settings, tokenizer, licences. */
    public static void copyAround(Path from, Path to) throws HydraException {
        if (Files.isRegularFile(from.resolve(GENERATION))) {
            Folders.copyFile(from.resolve(GENERATION), to.resolve(GENERATION), Progress.none());
        }
        copyTokenizer(from, to);
        copyLegalFiles(from, to);
    }

    /** Whether a file of that name belongs to a tokenizer. */
    public static boolean isTokenizerFile(String name) {
        return TOKENIZER_FILES.contains(name);
    }

    /** Copies what belongs to a tokenizer. */
    public static void copyTokenizer(Path from, Path to) throws HydraException {
        for (String name : TOKENIZER_FILES) {
            if (Files.isRegularFile(from.resolve(name))) {
                Folders.copyFile(from.resolve(name), to.resolve(name), Progress.none());
            }
        }
    }

    /**
     * Copies what belongs to a model's tokenizer to where there is no model: the parts that special tokens play and that only
     * the model's configuration names are written to {@code special_tokens_map.json}.
     */
    public static void copyTokenizerAlone(Tokenizer tokenizer, Path to) throws HydraException {
        copyTokenizer(tokenizer.folder(), to);
        Path file = to.resolve(SPECIAL_TOKENS);
        JsonObject map = Files.isRegularFile(file) ? Json.readObject(file) : new JsonObject();
        SpecialTokens special = tokenizer.special();
        Map<String, OptionalInt> roles = new TreeMap<>(Map.of(
                "bos_token", special.bos(),
                "eos_token", special.eos(),
                "pad_token", special.pad(),
                "unk_token", special.unk()));
        roles.forEach((role, id) -> {
            if (id.isPresent() && !map.has(role)) {
                map.addProperty(role, tokenizer.piece(id.getAsInt()));
            }
        });
        Json.write(file, map);
    }

    /** Copies licences and notices, which go where the weights go. */
    public static void copyLegalFiles(Path from, Path to) throws HydraException {
        for (Path file : Folders.list(from)) {
            if (isLegal(file)) {
                Folders.copyFile(file, to.resolve(String.valueOf(file.getFileName())), Progress.none());
            }
        }
    }

    private static boolean isLegal(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && LEGAL_FILES.stream().anyMatch(name::startsWith);
    }

    /**
     * Writes {@code config.json} and, where there is one, {@code generation_config.json} with the new vocabulary's size and
     * special tokens; a role that the new tokenizer lacks becomes null. All other keys stay.
     *
     * @param rows the size of the new tables, at least the tokenizer's
     * @param tied whether the head is the input table
     * @param dtype the type that loaders shall use
     */
    public static void writeConfig(Path from, Path to, Tokenizer tokenizer, int rows, boolean tied, DType dtype)
            throws HydraException {
        JsonObject config = Json.readObject(from.resolve(CONFIG));
        config.addProperty("vocab_size", rows);
        config.addProperty("tie_word_embeddings", tied);
        setRoles(config, tokenizer.special());
        setType(config, dtype);
        Json.write(to.resolve(CONFIG), config);
        if (Files.isRegularFile(from.resolve(GENERATION))) {
            JsonObject generation = Json.readObject(from.resolve(GENERATION));
            setRoles(generation, tokenizer.special());
            OLD_VOCABULARY_KEYS.forEach(generation::remove);
            Json.write(to.resolve(GENERATION), generation);
        }
    }

    /** Writes {@code config.json} with another type for loaders to use, and nothing else changed. */
    public static void writeType(Path from, Path to, DType dtype) throws HydraException {
        JsonObject config = Json.readObject(from.resolve(CONFIG));
        setType(config, dtype);
        Json.write(to.resolve(CONFIG), config);
    }

    private static void setType(JsonObject config, DType dtype) {
        boolean oldSpelling = config.has("torch_dtype") && !config.has("dtype");
        config.addProperty(oldSpelling ? "torch_dtype" : "dtype", dtype.configName().orElseThrow());
    }

    private static void setRoles(JsonObject json, SpecialTokens special) {
        Map<String, OptionalInt> roles =
                Map.of("bos_token_id", special.bos(), "eos_token_id", special.eos(), "pad_token_id", special.pad());
        roles.forEach((key, id) -> {
            if (json.has(key) || id.isPresent()) {
                json.add(key, id.isPresent() ? new JsonPrimitive(id.getAsInt()) : JsonNull.INSTANCE);
            }
        });
    }
}
