package org.hydraworkbench.model;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.weights.TensorInfo;
import org.jspecify.annotations.Nullable;

/**
 * One of the tensors that a decoder is made of. Whoever means some of them, a plan of training or an optimiser, says so by name.
 *
 * @param name as in a Llama's Hugging Face files; one that holds several of these is called as in the files of Phi-3, which has the same:
 *     {@code self_attn.qkv_proj} and {@code mlp.gate_up_proj}; what is learnt beside a matrix is called as peft calls it
 * @param tensor its numbers
 */
public record Parameter(String name, Tensor tensor) {

    private static final Pattern LAYER = Pattern.compile("model\\.layers\\.(\\d+)\\..*");

    /**
     * Names and shapes of the tensors that a decoder of a shape is made of, each once.
     *
     * @param adapter what is learnt beside its matrices, if anything is
     */
    public static List<TensorInfo> all(DecoderConfig config, @Nullable Adapter adapter) {
        return WeightLayout.parameters(config, adapter).stream().distinct().toList();
    }

    /** Whether a weight decay is right for it: for a matrix that is not one of norms. */
    public boolean decays() {
        return tensor.shape().length > 1 && !name.endsWith("norm.weight");
    }

    /** Whether the name is that of the input table or the head. */
    public static boolean isTable(String name) {
        return name.equals(WeightLayout.INPUT) || name.equals(WeightLayout.HEAD);
    }

    /** The layer, from 0, that a parameter of this name belongs to, if it belongs to one. */
    public static OptionalInt layer(String name) {
        Matcher matcher = LAYER.matcher(name);
        return matcher.matches() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }
}
