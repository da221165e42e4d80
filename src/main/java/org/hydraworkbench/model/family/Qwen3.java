package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Qwen 3: each query and key head has its norm. */
final class Qwen3 implements ModelFamily {

    @Override
    public String type() {
        return "qwen3";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        Block block = ModelFamily.super.block(config, sizes);
        return block.with(block.attention().with(HeadNorm.EACH));
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return Qwen2.usedWindow(config, layers);
    }

    @Override
    public int headDim() {
        return 128;
    }

    @Override
    public int context() {
        return 32_768;
    }
}
