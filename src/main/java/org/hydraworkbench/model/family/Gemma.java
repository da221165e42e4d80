package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Gemma, the first: norms of one more than their weight, rows times √H, another gate. */
class Gemma implements ModelFamily {

    private static final String GATE = "gelu_pytorch_tanh";

    @Override
    public String type() {
        return "gemma";
    }

    /** Old configurations name the gate twice; the later name goes before. */
    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        ModelFamily.requireActivation(config, config.has("hidden_activation") ? "hidden_activation" : "hidden_act", GATE, GATE);
        boolean bias = config.flag("attention_bias", false);
        return Block.LLAMA
                .withAttentionBias(bias, bias)
                .withNorm(Block.Norm.RMS_ONE_MORE)
                .withActivation(Block.Activation.GELU_TANH)
                .withEmbeddingScale(Math.sqrt(sizes.hidden()));
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
