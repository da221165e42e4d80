package org.hydraworkbench.model.folder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.model.family.ConfigFields;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.DType;

/**
 * A document of settings in a model folder, {@code config.json} or {@code generation_config.json}: what is not known here is kept as it is.
 * Immutable.
 */
public final class ConfigFile {

    /** The name of the file that describes a model. */
    public static final String NAME = TokenizerFolder.MODEL_CONFIG;
    /** The name of the file with the settings of generation. */
    public static final String GENERATION = "generation_config.json";

    static final JsonPrimitive FALSE = new JsonPrimitive(false);

    /** Settings that name tokens of a vocabulary and would be wrong in another. */
    private static final List<String> OF_VOCABULARY = List.of(
            "suppress_tokens",
            "begin_suppress_tokens",
            "bad_words_ids",
            "force_words_ids",
            "forced_bos_token_id",
            "forced_eos_token_id",
            "decoder_start_token_id",
            "sequence_bias");

    private final Path origin;
    private final JsonObject json;

    private ConfigFile(Path origin, JsonObject json) {
        this.origin = origin;
        this.json = json;
    }

    /**
     * Reads a file of any name.
     *
     * @throws InputException when it is missing or no JSON object
     */
    public static ConfigFile read(Path file) throws InputException {
        if (Files.notExists(file)) {
            throw InputException.in(file, "is missing; a model folder holds config.json, tokenizer.json and *.safetensors");
        }
        return new ConfigFile(file, Json.readObject(file));
    }

    /** What a part of a file says. */
    static ConfigFile of(Path origin, JsonObject json) {
        return new ConfigFile(origin, json);
    }

    /** All of it, not to be changed. */
    JsonObject json() {
        return json;
    }

    /** Where it was read. */
    public Path origin() {
        return origin;
    }

    /** What it says. */
    public ConfigFields fields() {
        return new ConfigFields(origin, json);
    }

    /**
     * Refuses the configuration of a model whose weights are quantised.
     *
     * @throws InputException naming the way they are
     */
    void requireUnquantised() throws InputException {
        ConfigFields quantised = fields().nested("quantization_config");
        if (quantised != null) {
            throw InputException.in(origin, "the weights are quantised (" + quantised.text("quant_method", "in an unknown way")
                    + "); take the model's unquantised form");
        }
    }

    /** The same with another value for a key. */
    public ConfigFile with(String key, JsonElement value) {
        JsonObject changed = json.deepCopy();
        changed.add(key, value);
        return new ConfigFile(origin, changed);
    }

    /** The same with another number for a key. */
    public ConfigFile with(String key, int value) {
        return with(key, new JsonPrimitive(value));
    }

    /** The same without some keys. */
    public ConfigFile without(List<String> keys) {
        JsonObject changed = json.deepCopy();
        keys.forEach(changed::remove);
        return new ConfigFile(origin, changed);
    }

    /** The same for a model of another kind. */
    public ConfigFile withModel(String type, String architecture) {
        JsonArray architectures = new JsonArray();
        architectures.add(architecture);
        return with("model_type", new JsonPrimitive(type)).with("architectures", architectures);
    }

    /** The same for tables of so many rows, of which the head is the input table or not. */
    public ConfigFile withTables(int rows, boolean tied) {
        return with("vocab_size", rows).with("tie_word_embeddings", new JsonPrimitive(tied));
    }

    /** The same with the type that loaders shall use, under its old name and its new one. */
    public ConfigFile withType(DType type) {
        JsonPrimitive name = new JsonPrimitive(type.configName().orElseThrow());
        return with("torch_dtype", name).with("dtype", name);
    }

    /** The same with the special tokens of another vocabulary; a role that it lacks becomes null, and what named old tokens is gone. */
    public ConfigFile withVocabulary(SpecialTokens special) {
        return without(OF_VOCABULARY).withTokens(special.bos(), special.eos().stream().boxed().toList(), special.pad());
    }

    /** The same with these tokens for the three roles; where there are none and the file said nothing, it goes on saying nothing. */
    ConfigFile withTokens(OptionalInt bos, List<Integer> eos, OptionalInt pad) {
        return withToken("bos_token_id", bos.stream().boxed().toList())
                .withToken("eos_token_id", eos)
                .withToken("pad_token_id", pad.stream().boxed().toList());
    }

    private ConfigFile withToken(String key, List<Integer> ids) {
        if (ids.isEmpty()) {
            return json.has(key) ? with(key, JsonNull.INSTANCE) : this;
        }
        if (ids.size() == 1) {
            return with(key, ids.getFirst());
        }
        JsonArray several = new JsonArray();
        ids.forEach(several::add);
        return with(key, several);
    }

    /** Writes it under {@code name} into a folder; settings that have an old and a new form are written in both. */
    void write(Path folder, String name) throws HydraException {
        Json.write(folder.resolve(name), ConfigForms.both(json));
    }

    /** Writes it as {@code config.json}. */
    public void write(Path folder) throws HydraException {
        write(folder, NAME);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConfigFile that && json.equals(that.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return origin + ": " + json;
    }
}
