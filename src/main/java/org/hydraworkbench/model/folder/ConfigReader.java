package org.hydraworkbench.model.folder;

import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.family.ConfigFields;
import org.hydraworkbench.model.family.Families;
import org.hydraworkbench.model.family.ModelFamily;
import org.hydraworkbench.model.family.Positions;
import org.hydraworkbench.model.family.Sizes;
import org.jspecify.annotations.Nullable;

/** Reads {@code config.json}, in the form of transformers 4 ({@code rope_theta}) and of 5 ({@code rope_parameters}). */
final class ConfigReader {

    private static final int LARGEST_SIZE = 1 << 24;
    private static final int MOST_LAYERS = 1 << 12;

    private final ConfigFile file;
    private ConfigFields fields;

    ConfigReader(ConfigFile file) {
        this.file = file;
        this.fields = file.fields();
    }

    DecoderConfig read() throws InputException {
        ModelFamily family = family();
        fields = fields.called(family.keys());
        int hidden = size("hidden_size", null);
        int heads = size("num_attention_heads", null);
        int kvHeads = size("num_key_value_heads", heads);
        if (!fields.has("head_dim") && family.headDim() == 0 && hidden % heads != 0) {
            throw fields.wrong("hidden_size (" + hidden + ") is not a multiple of num_attention_heads (" + heads + ")");
        }
        int headDim = size("head_dim", family.headDim() == 0 ? hidden / heads : family.headDim());
        if (heads % kvHeads != 0) {
            throw fields.wrong("num_attention_heads (" + heads + ") is not a multiple of num_key_value_heads (" + kvHeads + ")");
        }
        if (headDim % 2 != 0) {
            throw fields.wrong("head_dim (" + headDim + ") must be even");
        }
        int context = fields.count("max_position_embeddings", family.context());
        int layers = layers();
        Sizes sizes = new Sizes(hidden, size("intermediate_size", family.inner(hidden) == 0 ? null : family.inner(hidden)), heads, kvHeads, headDim);
        Positions positions = family.positions(fields, sizes, layers, context);
        return new DecoderConfig(
                family,
                family.block(fields, sizes),
                sizes,
                layers,
                size("vocab_size", null),
                context,
                family.window(fields, layers),
                fields.positive(family.epsilonKey(), family.epsilon()),
                positions,
                fields.flag("tie_word_embeddings", family.tied()),
                fields.positive("initializer_range", 0.02),
                id("bos_token_id"),
                fields.ids("eos_token_id"),
                id("pad_token_id"),
                file);
    }

    private ModelFamily family() throws InputException {
        String name = fields.text("model_type", "");
        if (name.equals("llama_hydra")) {
            throw fields.wrong("this is a Hydra as its authors publish them; `hydra assemble --published` makes one of it that can be used");
        }
        ModelFamily family = Families.of(fields);
        file.requireUnquantised();
        return family;
    }

    /** A width or a number of rows: no model comes near the limit, and what is above it would be asked of the memory first. */
    private int size(String key, @Nullable Integer otherwise) throws InputException {
        int size = fields.count(key, otherwise);
        if (size > LARGEST_SIZE) {
            throw fields.wrong(key + " is " + size + ", more than any model has (" + LARGEST_SIZE + ")");
        }
        return size;
    }

    private int layers() throws InputException {
        int layers = fields.count("num_hidden_layers", null);
        if (layers > MOST_LAYERS) {
            throw fields.wrong("num_hidden_layers is " + layers + ", more than any model has (" + MOST_LAYERS + ")");
        }
        return layers;
    }

    private OptionalInt id(String key) throws InputException {
        List<Integer> ids = fields.ids(key);
        return ids.isEmpty() ? OptionalInt.empty() : OptionalInt.of(ids.getFirst());
    }
}
