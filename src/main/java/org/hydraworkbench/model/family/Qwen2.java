package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Qwen 2 and 2.5: something is added to queries, keys and values, and to nothing else. */
final class Qwen2 implements ModelFamily {

    @Override
    public String type() {
        return "qwen2";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        return ModelFamily.super.block(config, sizes).with(Attention.PLAIN.withBias(true, false));
    }

    @Override
    public int window(ConfigFields config) throws InputException {
        return usedWindow(config);
    }

    /** The window is named in all of these models, and used in few. */
    static int usedWindow(ConfigFields config) throws InputException {
        return config.flag("use_sliding_window", false) ? config.count("sliding_window", 4096) : Integer.MAX_VALUE;
    }

    @Override
    public int context() {
        return 32_768;
    }
}
