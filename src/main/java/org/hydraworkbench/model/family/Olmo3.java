package org.hydraworkbench.model.family;

import org.hydraworkbench.base.InputException;

/** OLMo 3: OLMo 2 with a window on three of four layers, whose position embeddings are not scaled. */
final class Olmo3 extends Olmo2 {

    private static final int PATTERN = 4;

    @Override
    public String type() {
        return "olmo3";
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return new Window(config.count("sliding_window", 4096), LayerTypes.near(config, layers, PATTERN));
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        return RopeByType.read(config, theta(), null, sizes.headDim(), context).positions(LayerTypes.near(config, layers, PATTERN));
    }

    @Override
    public double theta() {
        return 500_000;
    }
}
