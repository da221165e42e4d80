package org.hydraworkbench.model.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.weights.TableNames;

/**
 * GPT-2 (Radford et al. 2019) and the many small models of single languages that have its shape: norms with something added, a row for each place
 * in a text, no gate, matrices that lie turned in the files.
 */
final class Gpt2 implements ModelFamily {

    @Override
    public String type() {
        return "gpt2";
    }

    @Override
    public Map<String, String> keys() {
        return Map.of(
                "hidden_size", "n_embd",
                "num_hidden_layers", "n_layer",
                "num_attention_heads", "n_head",
                "intermediate_size", "n_inner",
                "max_position_embeddings", "n_positions");
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        for (String key : List.of("scale_attn_by_inverse_layer_idx", "add_cross_attention")) {
            if (config.flag(key, false)) {
                throw config.wrong(key + " is true; models of this family with that are not supported");
            }
        }
        double unscaled = config.flag("scale_attn_weights", true) ? 1 : Math.sqrt(sizes.headDim());
        return Block.LLAMA
                .with(Norm.MEAN_BIASED)
                .with(Attention.PLAIN.with(Projection.FUSED).withBias(true, true).with(Turning.NONE).withQueryScale(unscaled))
                .with(FeedForward.PLAIN
                        .with(FeedForward.Gate.NONE)
                        .withBias(true)
                        .with(Activation.read(config, "activation_function", Activation.GELU_TANH)))
                .withColumns()
                .with(Ends.PLAIN.withPositions(config.count("max_position_embeddings", context())));
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) {
        return Positions.same(new Rope(1, new Rope.Still()), layers);
    }

    @Override
    public int inner(int hidden) {
        return 4 * hidden;
    }

    @Override
    public boolean tied() {
        return true;
    }

    @Override
    public int context() {
        return 1024;
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }

    @Override
    public String epsilonKey() {
        return "layer_norm_epsilon";
    }

    @Override
    public FileNames names() {
        return new FileNames("transformer.", "wte.weight", "wpe.weight", List.of("ln_f.weight", "ln_f.bias"), "h.", TableNames.HEAD);
    }

    @Override
    public List<FileTensor> tensors(Block block, Sizes sizes) {
        List<FileTensor> tensors = new ArrayList<>();
        ModelFamily.addNorm(tensors, "ln_1", Weight.ATTENTION_NORM, sizes);
        addLinear(tensors, "attn.c_attn", Weight.QKV, Weight.QKV_BIAS);
        addLinear(tensors, "attn.c_proj", Weight.OUTPUT, Weight.OUTPUT_BIAS);
        ModelFamily.addNorm(tensors, "ln_2", Weight.FEED_NORM, sizes);
        addLinear(tensors, "mlp.c_fc", Weight.UP, Weight.UP_BIAS);
        addLinear(tensors, "mlp.c_proj", Weight.DOWN, Weight.DOWN_BIAS);
        return tensors;
    }

    private static void addLinear(List<FileTensor> tensors, String name, Weight weight, Weight bias) {
        tensors.add(FileTensor.whole(name + ".weight", weight));
        tensors.add(FileTensor.whole(name + ".bias", bias));
    }
}
