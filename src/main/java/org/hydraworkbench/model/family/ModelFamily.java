package org.hydraworkbench.model.family;

import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;

/**
 * A family of decoders, as {@code model_type} of {@code config.json} tells it: how it differs from Llama, which is what this interface
 * says where a family does not say otherwise.
 */
public interface ModelFamily {

    /** What {@code config.json} calls it. */
    String type();

    /** What {@code config.json} calls what others call {@code hidden_size} and so on, where it calls it something else. */
    default Map<String, String> keys() {
        return Map.of();
    }

    /** What its layers consist of; throws where a model asks for what cannot be run. */
    default Block block(ConfigFields config, Sizes sizes) throws InputException {
        boolean bias = config.flag("attention_bias", false);
        return Block.LLAMA
                .with(Attention.PLAIN.withBias(bias, bias))
                .with(FeedForward.PLAIN.with(Activation.read(config, "hidden_act", Activation.SILU)));
    }

    /** How far back tokens look. */
    default Window window(ConfigFields config, int layers) throws InputException {
        return Window.none(layers);
    }

    /**
     * How layers are told where tokens stand.
     *
     * @param context the longest text that the configuration names, in tokens
     */
    default Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        return new RopeReader(config, config.nested("rope_parameters"), theta(), sizes.headDim(), context).positions(layers);
    }

    /** The base of the rotary embeddings where the configuration does not say. */
    default double theta() {
        return 10_000;
    }

    /** Whether the head is the input table where the configuration does not say. */
    default boolean tied() {
        return false;
    }

    /** Width inside the feed-forward half where the configuration does not say; 0 where it must. */
    default int inner(int hidden) {
        return 0;
    }

    /** Width of a head where the configuration does not say; 0 where it follows from the others. */
    default int headDim() {
        return 0;
    }

    /** Tokens of the context where the configuration does not say. */
    default int context() {
        return 2048;
    }

    /** What norms add to the mean square where the configuration does not say. */
    default double epsilon() {
        return 1e-6;
    }

    /** What the configuration calls that number. */
    default String epsilonKey() {
        return "rms_norm_eps";
    }

    /** What the files call what is outside of layers. */
    default FileNames names() {
        return FileNames.LLAMA;
    }

    /** What the files call the norm of the attention half, behind the name of its layer. */
    default String attentionNorm() {
        return "input_layernorm.weight";
    }

    /** What they call the norm of the feed-forward half. */
    default String feedNorm() {
        return "post_attention_layernorm.weight";
    }

    /** The tensors of a layer in the files, in their order. */
    default List<FileTensor> tensors(Block block, Sizes sizes) {
        return block.weights().stream().map(weight -> FileTensor.whole(name(weight), weight)).toList();
    }

    private String name(Weight weight) {
        return switch (weight) {
            case ATTENTION_NORM -> attentionNorm();
            case FEED_NORM -> feedNorm();
            case ATTENTION_AFTER_NORM -> "post_attention_layernorm.weight";
            case FEED_AFTER_NORM -> "post_feedforward_layernorm.weight";
            default -> weight.ownName();
        };
    }

    /** Numbers that the files of a layer hold beside its weights, by name, and that are the same in all models. */
    default Map<String, Float> constants() {
        return Map.of();
    }

    /** Adds both tensors of a norm to which something is added. */
    static void addNorm(List<FileTensor> tensors, String name, Weight weight, Sizes sizes) {
        tensors.add(FileTensor.whole(name + ".weight", weight));
        tensors.add(new FileTensor(name + ".bias", weight, sizes.hidden()));
    }
}
