package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Gemma, the first: norms of one more than their weight, rows times √H, another gate. */
class Gemma implements ModelFamily {

    @Override
    public String type() {
        return "gemma";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        boolean bias = config.flag("attention_bias", false);
        return Block.LLAMA
                .with(Norm.RMS_ONE_MORE)
                .with(Attention.PLAIN.withBias(bias, bias))
                .with(FeedForward.PLAIN.with(activation(config)))
                .with(Ends.PLAIN.withEmbeddingScale(Math.sqrt(sizes.hidden())));
    }

    /** Old configurations name it twice, and the later name goes before; by "gelu" the older name means the approximation. */
    private static Activation activation(ConfigFields config) throws InputException {
        if (config.has("hidden_activation")) {
            return Activation.read(config, "hidden_activation", Activation.GELU_TANH);
        }
        Activation named = Activation.read(config, "hidden_act", Activation.GELU_TANH);
        return named == Activation.GELU ? Activation.GELU_TANH : named;
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
