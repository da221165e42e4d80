package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Gemma 2: Gemma with norms around both halves, scores that are kept below a bound, a window on every second layer. */
class Gemma2 extends Gemma {

    @Override
    public String type() {
        return "gemma2";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        Block around = around(config, sizes);
        return around.with(around.attention().withCap(cap(config, "attn_logit_softcapping", 50)))
                .with(around.ends().withLogitCap(cap(config, "final_logit_softcapping", 30)));
    }

    /** Without bounds. */
    final Block around(ConfigFields config, Sizes sizes) throws InputException {
        Block gemma = super.block(config, sizes);
        double scale = Math.sqrt(sizes.headDim() / config.positive("query_pre_attn_scalar", 256.0));
        return gemma.with(Residual.NORM_AROUND).with(gemma.attention().withQueryScale(scale));
    }

    /** A null says that there is none. */
    private static double cap(ConfigFields config, String key, double otherwise) throws InputException {
        return config.isNull(key) ? 0 : config.positive(key, otherwise);
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return new Window(config.count("sliding_window", 4096), LayerTypes.near(config, layers, pattern()));
    }

    /** How manieth layer sees all. */
    int pattern() {
        return 2;
    }

    @Override
    public String feedNorm() {
        return "pre_feedforward_layernorm.weight";
    }
}
