package org.hydraworkbench.model.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;

/**
 * GPT-NeoX (Black et al. 2022) and Pythia: norms with something added, both halves side by side with a norm each, no gate, a part of each head
 * turned; the files hold queries, keys and values in one matrix, head by head.
 */
final class GptNeoX implements ModelFamily {

    private static final double ROTARY_SHARE = .25;

    @Override
    public String type() {
        return "gpt_neox";
    }

    @Override
    public Map<String, String> keys() {
        return Map.of("partial_rotary_factor", "rotary_pct", "rope_theta", "rotary_emb_base");
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        if (sizes.kvHeads() != sizes.heads()) {
            throw config.wrong("num_key_value_heads is not num_attention_heads; models of this family have as many of both");
        }
        boolean bias = config.flag("attention_bias", true);
        return Block.LLAMA
                .with(Norm.MEAN_BIASED)
                .with(Attention.PLAIN.with(Projection.BY_HEAD).withBias(bias, bias))
                .with(FeedForward.PLAIN.with(FeedForward.Gate.NONE).withBias(true).with(Activation.read(config, "hidden_act", Activation.GELU)))
                .with(config.flag("use_parallel_residual", true) ? Residual.PARALLEL_TWO_NORMS : Residual.NORM_BEFORE);
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        return RopeReader.ofParts(config, ROTARY_SHARE, theta(), sizes.headDim(), context).positions(layers);
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }

    @Override
    public String epsilonKey() {
        return "layer_norm_eps";
    }

    @Override
    public FileNames names() {
        return new FileNames(
                "gpt_neox.",
                "embed_in.weight",
                "embed_positions.weight",
                List.of("final_layer_norm.weight", "final_layer_norm.bias"),
                "layers.",
                "embed_out.weight");
    }

    @Override
    public List<FileTensor> tensors(Block block, Sizes sizes) {
        List<FileTensor> tensors = new ArrayList<>();
        for (Weight weight : block.weights()) {
            switch (weight) {
                case ATTENTION_NORM -> ModelFamily.addNorm(tensors, "input_layernorm", weight, sizes);
                case FEED_NORM -> ModelFamily.addNorm(tensors, "post_attention_layernorm", weight, sizes);
                case QKV -> tensors.add(FileTensor.whole("attention.query_key_value.weight", weight));
                case QKV_BIAS -> tensors.add(FileTensor.whole("attention.query_key_value.bias", weight));
                case OUTPUT -> tensors.add(FileTensor.whole("attention.dense.weight", weight));
                case OUTPUT_BIAS -> tensors.add(FileTensor.whole("attention.dense.bias", weight));
                case UP -> tensors.add(FileTensor.whole("mlp.dense_h_to_4h.weight", weight));
                case UP_BIAS -> tensors.add(FileTensor.whole("mlp.dense_h_to_4h.bias", weight));
                case DOWN -> tensors.add(FileTensor.whole("mlp.dense_4h_to_h.weight", weight));
                case DOWN_BIAS -> tensors.add(FileTensor.whole("mlp.dense_4h_to_h.bias", weight));
                default -> throw new IllegalStateException("no models of this family have " + weight);
            }
        }
        return tensors;
    }
}
