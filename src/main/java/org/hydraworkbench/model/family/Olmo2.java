package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** OLMo 2: norms after both halves, and of all queries and all keys. */
class Olmo2 implements ModelFamily {

    @Override
    public String type() {
        return "olmo2";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        Block block = ModelFamily.super.block(config, sizes);
        return block.with(block.attention().with(HeadNorm.ALL)).with(Residual.NORM_AFTER);
    }

    @Override
    public double epsilon() {
        return 1e-5;
    }

    @Override
    public String attentionNorm() {
        return "post_attention_layernorm.weight";
    }

    @Override
    public String feedNorm() {
        return "post_feedforward_layernorm.weight";
    }
}
