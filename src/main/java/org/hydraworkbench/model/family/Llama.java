package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Llama (Touvron et al. 2023) and what has its shape: TinyLlama, SmolLM, EuroLLM, Salamandra, Tower. */
final class Llama implements ModelFamily {

    @Override
    public String type() {
        return "llama";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        Block block = ModelFamily.super.block(config, sizes);
        return block.with(block.feedForward().withBias(config.flag("mlp_bias", false)));
    }
}
