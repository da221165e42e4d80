package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** Mistral (Jiang et al. 2023): Llama with a window. */
final class Mistral implements ModelFamily {

    @Override
    public String type() {
        return "mistral";
    }

    @Override
    public int window(ConfigFields config) throws InputException {
        return config.count("sliding_window", Integer.MAX_VALUE);
    }

    @Override
    public int context() {
        return 131_072;
    }
}
