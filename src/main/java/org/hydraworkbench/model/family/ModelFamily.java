package org.hydraworkbench.model.family;

import java.util.ArrayList;
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
        RopeReader rope = new RopeReader(config, config.nested("rope_parameters"), theta(), sizes.headDim(), context);
        return Positions.same(rope.read(), layers, rope.longest());
    }

    /** The base of the rotary embeddings where the configuration does not say. */
    default double theta() {
        return 10_000;
    }

    /** Whether the head is the input table where the configuration does not say. */
    default boolean tied() {
        return false;
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

    /** Whether the pairs that are turned together lie side by side in the files, as they do here; else the halves of a head do. */
    default boolean turnsNeighbours() {
        return false;
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
        List<FileTensor> tensors = new ArrayList<>();
        for (LayerWeight weight : block.weights()) {
            switch (weight) {
                case QKV -> addQkv(tensors, "weight", weight, sizes, !turnsNeighbours());
                case QKV_BIAS -> addQkv(tensors, "bias", weight, sizes, !turnsNeighbours());
                case GATE_UP -> addGateUp(tensors, "weight", weight, sizes);
                case GATE_UP_BIAS -> addGateUp(tensors, "bias", weight, sizes);
                case ATTENTION_NORM -> tensors.add(whole(attentionNorm(), weight, block, sizes));
                case FEED_NORM -> tensors.add(whole(feedNorm(), weight, block, sizes));
                case ATTENTION_AFTER_NORM -> tensors.add(whole("post_attention_layernorm.weight", weight, block, sizes));
                case FEED_AFTER_NORM -> tensors.add(whole("post_feedforward_layernorm.weight", weight, block, sizes));
                case QUERY_NORM, KEY_NORM, OUTPUT, OUTPUT_BIAS, UP, UP_BIAS, ALPHA_P, ALPHA_N, DOWN, DOWN_BIAS ->
                    tensors.add(whole(weight.ownName(), weight, block, sizes));
            }
        }
        return tensors;
    }

    /** Numbers that the files of a layer hold beside its weights, by name, and that are the same in all models. */
    default Map<String, Float> constants() {
        return Map.of();
    }

    private static void addQkv(List<FileTensor> tensors, String kind, LayerWeight weight, Sizes sizes, boolean turned) {
        long queries = sizes.queries();
        long keys = sizes.keys();
        tensors.add(new FileTensor("self_attn.q_proj." + kind, 0, queries, weight, 0, turned));
        tensors.add(new FileTensor("self_attn.k_proj." + kind, 0, keys, weight, queries, turned));
        tensors.add(new FileTensor("self_attn.v_proj." + kind, 0, keys, weight, queries + keys, false));
    }

    private static void addGateUp(List<FileTensor> tensors, String kind, LayerWeight weight, Sizes sizes) {
        tensors.add(new FileTensor("mlp.gate_proj." + kind, 0, sizes.inner(), weight, 0, false));
        tensors.add(new FileTensor("mlp.up_proj." + kind, 0, sizes.inner(), weight, sizes.inner(), false));
    }

    private static FileTensor whole(String name, LayerWeight weight, Block block, Sizes sizes) {
        boolean turned = weight == LayerWeight.QUERY_NORM || weight == LayerWeight.KEY_NORM;
        return new FileTensor(name, 0, block.shape(weight, sizes)[0], weight, 0, turned);
    }
}
