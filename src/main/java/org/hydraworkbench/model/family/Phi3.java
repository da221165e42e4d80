package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Phi-3: Llama whose files hold queries, keys and values in one matrix, gate and up in another; with a window. */
final class Phi3 implements ModelFamily {

    @Override
    public String type() {
        return "phi3";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        return Block.LLAMA
                .with(Attention.PLAIN.with(Projection.FUSED))
                .with(FeedForward.PLAIN.with(FeedForward.Gate.FUSED).with(Activation.read(config, "hidden_act", Activation.SILU)));
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return config.has("sliding_window") ? Window.all(config.count("sliding_window", null), layers) : Window.none(layers);
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        return RopeReader.ofParts(config, 1, theta(), sizes.headDim(), context).positions(layers);
    }

    @Override
    public int context() {
        return 4096;
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }
}
