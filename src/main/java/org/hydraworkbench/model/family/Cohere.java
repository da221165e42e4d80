package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Command R and Aya: both halves side by side after one norm, neighbours turned together, scores of tokens scaled. */
class Cohere implements ModelFamily {

    private static final double LOGIT_SCALE = .0625;

    @Override
    public String type() {
        return "cohere";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        Block block = ModelFamily.super.block(config, sizes);
        return block.with(block.attention().with(config.flag("use_qk_norm", false) ? HeadNorm.OWN : HeadNorm.NONE)
                        .with(Turning.NEIGHBOURS))
                .with(Norm.MEAN)
                .with(Residual.PARALLEL)
                .with(Ends.PLAIN.withLogitScale(config.positive("logit_scale", LOGIT_SCALE)));
    }

    @Override
    public boolean tied() {
        return true;
    }

    @Override
    public int context() {
        return 8192;
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }

    @Override
    public String epsilonKey() {
        return "layer_norm_eps";
    }
}
