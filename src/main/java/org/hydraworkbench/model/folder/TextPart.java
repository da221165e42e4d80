package org.hydraworkbench.model.folder;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.weights.ModelWeights;

/**
 * The part that reads and writes text of a model that can see too. Its configuration lies in that of the whole, and the names of its tensors
 * begin otherwise than those of a model that is nothing else; here it is made one.
 */
final class TextPart {

    private static final String SEEING = "gemma3";
    private static final String ARCHITECTURE = "Gemma3ForCausalLM";
    private static final String TYPE = "gemma3_text";
    private static final String CONFIG = "text_config";

    /** What the whole says of its text part where that says nothing. */
    private static final List<String> OF_THE_WHOLE = List.of(
            "bos_token_id", "eos_token_id", "pad_token_id", "tie_word_embeddings", "initializer_range", "dtype", "torch_dtype");

    /** What transformers takes for granted of this kind, and published configurations leave unsaid. */
    private static final Map<String, Integer> UNSAID =
            Map.of("num_attention_heads", 8, "num_key_value_heads", 4, "head_dim", 256, "vocab_size", 262_208);

    /** How names begin in the whole, by the programs that saved it, and how in the part. */
    private static final Map<String, String> BEGINNINGS = Map.of(
            "language_model.model.", "model.", "model.language_model.", "model.", "language_model.lm_head.", "lm_head.", "lm_head.", "lm_head.");

    private TextPart() {}

    /** Whether a configuration is that of such a model. */
    static boolean isIn(ConfigFile config) throws InputException {
        return config.fields().text("model_type", "").equals(SEEING) && config.fields().has(CONFIG);
    }

    /** The configuration of the text part. */
    static ConfigFile of(ConfigFile whole) throws InputException {
        JsonElement nested = whole.json().get(CONFIG);
        if (!(nested instanceof JsonObject text)) {
            throw whole.fields().wrong(CONFIG + " must be an object");
        }
        ConfigFile part = ConfigFile.of(whole.origin(), text.deepCopy()).withModel(TYPE, ARCHITECTURE);
        for (String key : OF_THE_WHOLE) {
            if (!text.has(key) && whole.json().has(key)) {
                part = part.with(key, whole.json().get(key));
            }
        }
        for (Map.Entry<String, Integer> unsaid : UNSAID.entrySet()) {
            if (!text.has(unsaid.getKey())) {
                part = part.with(unsaid.getKey(), unsaid.getValue());
            }
        }
        return part;
    }

    /** The tensors of the text part; closing them closes the whole's. */
    static ModelWeights of(ModelWeights whole) {
        return whole.part(name -> BEGINNINGS.entrySet().stream()
                .filter(beginning -> name.startsWith(beginning.getKey()))
                .map(beginning -> beginning.getValue() + name.substring(beginning.getKey().length()))
                .findFirst());
    }
}
