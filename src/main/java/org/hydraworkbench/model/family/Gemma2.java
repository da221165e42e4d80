package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Gemma 2: norms around both halves, scores that are kept below a bound, a window on every second layer. Texts must fit into that. */
final class Gemma2 implements ModelFamily {

    private static final String GATE = "gelu_pytorch_tanh";

    @Override
    public String type() {
        return "gemma2";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        ModelFamily.requireActivation(config, "hidden_activation", GATE, GATE);
        boolean bias = config.flag("attention_bias", false);
        return Block.LLAMA
                .withAttentionBias(bias, bias)
                .withNorm(Block.Norm.RMS_ONE_MORE)
                .withOrder(Block.Order.NORM_AROUND)
                .withActivation(Block.Activation.GELU_TANH)
                .withEmbeddingScale(Math.sqrt(sizes.hidden()))
                .withQueryScale(Math.sqrt(sizes.headDim() / config.positive("query_pre_attn_scalar", 256.0)))
                .withCaps(new Block.Caps(cap(config, "attn_logit_softcapping", 50), cap(config, "final_logit_softcapping", 30)));
    }

    /** A null says that there is none. */
    private static double cap(ConfigFields config, String key, double otherwise) throws InputException {
        return config.isNull(key) ? 0 : config.positive(key, otherwise);
    }

    @Override
    public int window(ConfigFields config) throws InputException {
        return config.count("sliding_window", 4096);
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
        return 8192;
    }
}
