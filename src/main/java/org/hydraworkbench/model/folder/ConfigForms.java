package org.hydraworkbench.model.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The two forms that {@code config.json} has: transformers 4 looks for {@code torch_dtype}, {@code rope_theta}, {@code rope_scaling} and the
 * like, transformers 5 for {@code dtype} and {@code rope_parameters}, which are nested by the type of layer where layers differ. Who finds
 * nothing where it looks takes its default without a word, so that both forms are written.
 */
final class ConfigForms {

    private static final String PARAMETERS = "rope_parameters";
    private static final String SCALING = "rope_scaling";
    private static final String THETA = "rope_theta";
    private static final String LOCAL_THETA = "rope_local_base_freq";
    private static final String PART = "partial_rotary_factor";
    private static final String ORIGINAL = "original_max_position_embeddings";
    private static final String TYPE = "rope_type";
    private static final String OLD_TYPE = "type";
    private static final String PLAIN = "default";
    private static final String LONG = "longrope";
    private static final String FULL = "full_attention";
    private static final String SLIDING = "sliding_attention";
    private static final String NEOX = "gpt_neox";

    /** Models whose layers with a window turn in a way of their own. */
    private static final Set<String> BY_LAYER_TYPE = Set.of("gemma3_text", "olmo3");

    private ConfigForms() {}

    /** The same settings in both forms. */
    static JsonObject both(JsonObject config) {
        JsonObject written = config.deepCopy();
        addTypes(written);
        if (object(written, PARAMETERS) == null) {
            addParameters(written);
        }
        JsonObject parameters = object(written, PARAMETERS);
        if (parameters != null) {
            addOldRope(written, parameters);
        }
        return written;
    }

    private static void addTypes(JsonObject config) {
        JsonElement type = has(config, "dtype") ? config.get("dtype") : config.get("torch_dtype");
        if (type != null && !type.isJsonNull()) {
            config.add("torch_dtype", type);
            config.add("dtype", type);
        }
    }

    /** The new form of the old. */
    private static void addParameters(JsonObject config) {
        boolean neox = is(config, NEOX);
        JsonObject scaling = object(config, SCALING);
        JsonObject rope = new JsonObject();
        rope.addProperty(TYPE, scaling == null ? PLAIN : type(scaling));
        copy(config, neox ? "rotary_emb_base" : THETA, rope, THETA);
        copy(config, neox ? "rotary_pct" : PART, rope, PART);
        if (scaling != null) {
            scaling.entrySet().stream()
                    .filter(entry -> !List.of(TYPE, OLD_TYPE).contains(entry.getKey()))
                    .forEach(entry -> rope.add(entry.getKey(), entry.getValue()));
            copy(config, ORIGINAL, rope, ORIGINAL);
        }
        if (scaling == null && rope.size() == 1 && !has(config, LOCAL_THETA)) {
            return;
        }
        config.add(PARAMETERS, BY_LAYER_TYPE.stream().anyMatch(type -> is(config, type)) ? nested(config, rope) : rope);
    }

    private static JsonObject nested(JsonObject config, JsonObject full) {
        JsonObject sliding = new JsonObject();
        sliding.addProperty(TYPE, PLAIN);
        copy(config, has(config, LOCAL_THETA) ? LOCAL_THETA : THETA, sliding, THETA);
        JsonObject nested = new JsonObject();
        nested.add(FULL, full);
        nested.add(SLIDING, sliding);
        return nested;
    }

    /** The old form of the new. */
    private static void addOldRope(JsonObject config, JsonObject parameters) {
        JsonObject full = object(parameters, FULL);
        JsonObject rope = full == null ? parameters : full;
        boolean neox = is(config, NEOX);
        copy(rope, THETA, config, THETA);
        copy(rope, PART, config, PART);
        if (neox) {
            copy(rope, THETA, config, "rotary_emb_base");
            copy(rope, PART, config, "rotary_pct");
        }
        JsonObject sliding = object(parameters, SLIDING);
        if (sliding != null) {
            copy(sliding, THETA, config, LOCAL_THETA);
        }
        if (!type(rope).equals(PLAIN)) {
            config.add(SCALING, oldScaling(config, rope));
        } else if (config.has(SCALING)) {
            config.add(SCALING, JsonNull.INSTANCE);
        }
    }

    private static JsonObject oldScaling(JsonObject config, JsonObject rope) {
        String type = type(rope);
        JsonObject scaling = new JsonObject();
        // The one reader of this type in transformers 4 wants the old name, and nothing but the factors beside it.
        boolean isLong = type.equals(LONG);
        scaling.addProperty(isLong ? OLD_TYPE : TYPE, type);
        List<String> elsewhere = List.of(TYPE, OLD_TYPE, THETA, PART, isLong ? ORIGINAL : TYPE);
        rope.entrySet().stream()
                .filter(entry -> !elsewhere.contains(entry.getKey()))
                .forEach(entry -> scaling.add(entry.getKey(), entry.getValue()));
        if (isLong) {
            copy(rope, ORIGINAL, config, ORIGINAL);
        }
        return scaling;
    }

    private static String type(JsonObject rope) {
        JsonElement type = has(rope, TYPE) ? rope.get(TYPE) : rope.get(OLD_TYPE);
        return type instanceof JsonPrimitive text ? text.getAsString() : PLAIN;
    }

    private static boolean is(JsonObject config, String modelType) {
        return config.get("model_type") instanceof JsonPrimitive text && text.getAsString().equals(modelType);
    }

    private static boolean has(JsonObject json, String key) {
        return json.has(key) && !json.get(key).isJsonNull();
    }

    private static @Nullable JsonObject object(JsonObject json, String key) {
        return json.get(key) instanceof JsonObject object ? object : null;
    }

    private static void copy(JsonObject from, String key, JsonObject to, String name) {
        if (has(from, key)) {
            to.add(name, from.get(key));
        }
    }
}
