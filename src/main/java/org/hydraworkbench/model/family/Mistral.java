package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Mistral (Jiang et al. 2023): Llama with a window on all layers, unless the configuration says null. */
final class Mistral implements ModelFamily {

    @Override
    public String type() {
        return "mistral";
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return config.isNull("sliding_window") ? Window.none(layers) : Window.all(config.count("sliding_window", 4096), layers);
    }

    @Override
    public int context() {
        return 131_072;
    }
}
