package org.hydraworkbench.model;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.jspecify.annotations.Nullable;

/** Reads {@code config.json}, in the form of transformers 4 ({@code rope_theta}) and of 5 ({@code rope_parameters}). */
final class ConfigReader {

    private static final Set<String> MODEL_TYPES = Set.of("llama", "mistral");

    private static final int LARGEST_SIZE = 1 << 24;
    private static final int MOST_LAYERS = 1 << 12;

    private final Path file;
    private final JsonObject object;

    ConfigReader(Path file) throws InputException {
        this.file = file;
        if (Files.notExists(file)) {
            throw InputException.in(file, "is missing; a model folder holds config.json, tokenizer.json and *.safetensors");
        }
        this.object = Json.readObject(file);
    }

    DecoderConfig read() throws InputException {
        checkKind();
        int hidden = size("hidden_size", null);
        int heads = size("num_attention_heads", null);
        int kvHeads = size("num_key_value_heads", heads);
        if (value(object, "head_dim") == null && hidden % heads != 0) {
            throw wrong("hidden_size (" + hidden + ") is not a multiple of num_attention_heads (" + heads + ")");
        }
        int headDim = size("head_dim", hidden / heads);
        // Llama has no such thing, and transformers does not look at it there.
        int window = text(object, "model_type", "").equals("mistral") ? count("sliding_window", Integer.MAX_VALUE) : Integer.MAX_VALUE;
        if (heads % kvHeads != 0) {
            throw wrong("num_attention_heads (" + heads + ") is not a multiple of num_key_value_heads (" + kvHeads + ")");
        }
        if (headDim % 2 != 0) {
            throw wrong("head_dim (" + headDim + ") must be even");
        }
        return new DecoderConfig(
                hidden,
                size("intermediate_size", null),
                layers(),
                heads,
                kvHeads,
                headDim,
                size("vocab_size", null),
                Math.min(count("max_position_embeddings", 2048), window),
                window,
                positive(object, "rms_norm_eps", 1e-6),
                rope(),
                flag("tie_word_embeddings"),
                positive(object, "initializer_range", 0.02),
                id("bos_token_id"),
                ids("eos_token_id"),
                id("pad_token_id"),
                object.toString());
    }

    private void checkKind() throws InputException {
        String name = text(object, "model_type", "");
        if (name.equals("llama_hydra")) {
            throw wrong("this is a Hydra as its authors publish them; `hydra assemble --published` makes one of it that can be used");
        }
        if (!MODEL_TYPES.contains(name)) {
            throw wrong("model_type is \"" + name + "\"; this program runs Llama models (\"llama\") and Mistral models of the same shape");
        }
        String activation = text(object, "hidden_act", "silu");
        if (!activation.equals("silu")) {
            throw wrong("hidden_act is \"" + activation + "\"; only \"silu\" is supported");
        }
        for (String key : List.of("attention_bias", "mlp_bias")) {
            if (flag(key)) {
                throw wrong(key + " is true; models with such biases are not supported");
            }
        }
        if (value(object, "quantization_config") != null) {
            throw wrong("the weights are quantised; take the model's unquantised form");
        }
    }

    private Rope rope() throws InputException {
        JsonObject parameters = nested("rope_parameters");
        JsonObject scaling = parameters == null ? nested("rope_scaling") : parameters;
        double topTheta = positive(object, "rope_theta", 10000.0);
        double theta = parameters == null ? topTheta : positive(parameters, "rope_theta", topTheta);
        if (scaling == null) {
            return new Rope(theta, null);
        }
        String name = text(scaling, "rope_type", text(scaling, "type", "default"));
        return switch (name) {
            case "default" -> new Rope(theta, null);
            case "llama3" -> new Rope(theta, new Rope.Scaling(
                    positive(scaling, "factor", null),
                    positive(scaling, "low_freq_factor", null),
                    positive(scaling, "high_freq_factor", null),
                    (int) positive(scaling, "original_max_position_embeddings", null)));
            default -> throw wrong("rope type \"" + name + "\" is not supported; \"default\" and \"llama3\" are");
        };
    }

    private @Nullable JsonObject nested(String key) throws InputException {
        JsonElement element = value(object, key);
        if (element != null && !element.isJsonObject()) {
            throw wrong(key + " must be an object");
        }
        return element == null ? null : element.getAsJsonObject();
    }

    /** A width or a number of rows: no model comes near the limit, and what is above it would be asked of the memory first. */
    private int size(String key, @Nullable Integer otherwise) throws InputException {
        int size = count(key, otherwise);
        if (size > LARGEST_SIZE) {
            throw wrong(key + " is " + size + ", more than any model has (" + LARGEST_SIZE + ")");
        }
        return size;
    }

    private int layers() throws InputException {
        int layers = count("num_hidden_layers", null);
        if (layers > MOST_LAYERS) {
            throw wrong("num_hidden_layers is " + layers + ", more than any model has (" + MOST_LAYERS + ")");
        }
        return layers;
    }

    private int count(String key, @Nullable Integer otherwise) throws InputException {
        double number = positive(object, key, otherwise == null ? null : otherwise.doubleValue());
        if (number != Math.rint(number) || number > Integer.MAX_VALUE) {
            throw wrong(key + " must be a whole number, not " + number);
        }
        return (int) number;
    }

    private double positive(JsonObject from, String key, @Nullable Double otherwise) throws InputException {
        JsonElement element = value(from, key);
        if (element == null) {
            if (otherwise == null) {
                throw wrong(key + " is missing");
            }
            return otherwise;
        }
        double number;
        try {
            number = element.getAsDouble();
        } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
            throw new InputException(file + ": " + key + " must be a number, not " + element, e);
        }
        if (!(number > 0) || Double.isInfinite(number)) {
            throw wrong(key + " must be above 0, not " + element);
        }
        return number;
    }

    private boolean flag(String key) throws InputException {
        String value = text(object, key, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw wrong(key + " must be true or false, not " + value);
        }
        return value.equals("true");
    }

    private String text(JsonObject from, String key, String otherwise) throws InputException {
        JsonElement element = value(from, key);
        if (element != null && !element.isJsonPrimitive()) {
            throw wrong(key + " must be a single value, not " + element);
        }
        return element == null ? otherwise : element.getAsString();
    }

    private OptionalInt id(String key) throws InputException {
        List<Integer> ids = ids(key);
        return ids.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ids.getFirst());
    }

    /** The token ids of a key; none where it is missing. */
    List<Integer> ids(String key) throws InputException {
        JsonElement element = value(object, key);
        List<Integer> ids = new ArrayList<>();
        if (element != null) {
            try {
                for (JsonElement each : element.isJsonArray() ? element.getAsJsonArray().asList() : List.of(element)) {
                    ids.add(each.getAsInt());
                }
            } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
                throw new InputException(file + ": " + key + " must be a token id or a list of them, not " + element, e);
            }
        }
        return ids;
    }

    private static @Nullable JsonElement value(JsonObject from, String key) {
        JsonElement element = from.get(key);
        return element == null || element.isJsonNull() ? null : element;
    }

    private InputException wrong(String reason) {
        return InputException.in(file, reason);
    }
}
