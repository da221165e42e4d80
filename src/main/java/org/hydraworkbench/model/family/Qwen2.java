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
    public Window window(ConfigFields config, int layers) throws InputException {
        return usedWindow(config, layers);
    }

    /** The window is named in all of these models, and used in few; there on the later layers. */
    static Window usedWindow(ConfigFields config, int layers) throws InputException {
        if (!config.flag("use_sliding_window", false) || config.isNull("sliding_window")) {
            return Window.none(layers);
        }
        int first = config.number("max_window_layers", 28);
        return new Window(config.count("sliding_window", 4096), LayerTypes.near(config, layers, layer -> layer >= first));
    }

    @Override
    public int context() {
        return 32_768;
    }
}
