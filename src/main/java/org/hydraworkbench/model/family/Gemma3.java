package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;

/**
 * Gemma 3, models for text alone: norms around both halves and of each head, two ways to turn, a window on most layers. Texts must fit into
 * that.
 */
final class Gemma3 implements ModelFamily {

    private static final String GATE = "gelu_pytorch_tanh";
    private static final int PATTERN = 6;
    private static final double LOCAL_THETA = 10_000;

    @Override
    public String type() {
        return "gemma3_text";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        ModelFamily.requireActivation(config, "hidden_activation", GATE, GATE);
        for (String key : List.of("attn_logit_softcapping", "final_logit_softcapping")) {
            if (config.has(key)) {
                throw config.wrong(key + " is set; models with such caps are not supported");
            }
        }
        boolean bias = config.flag("attention_bias", false);
        return Block.LLAMA
                .withAttentionBias(bias, bias)
                .withNorm(Block.Norm.RMS_ONE_MORE)
                .withHeadNorm(Block.HeadNorm.EACH)
                .withOrder(Block.Order.NORM_AROUND)
                .withActivation(Block.Activation.GELU_TANH)
                .withEmbeddingScale(Math.sqrt(sizes.hidden()))
                .withQueryScale(Math.sqrt(sizes.headDim() / config.positive("query_pre_attn_scalar", 256.0)));
    }

    @Override
    public int window(ConfigFields config) throws InputException {
        return config.count("sliding_window", 4096);
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        double local = config.positive("rope_local_base_freq", LOCAL_THETA);
        RopeByType ropes = RopeByType.read(config, theta(), local, sizes.headDim(), context);
        return new Positions(
                List.of(ropes.full(), ropes.sliding()),
                LayerTypes.full(config, layers, PATTERN).stream().map(full -> full ? 0 : 1).toList(),
                ropes.longest());
    }

    @Override
    public double theta() {
        return 1_000_000;
    }

    @Override
    public String feedNorm() {
        return "pre_feedforward_layernorm.weight";
    }

    @Override
    public boolean tied() {
        return true;
    }

    @Override
    public int headDim() {
        return 256;
    }

    @Override
    public int context() {
        return 131_072;
    }
}
