package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;

/** Command R7B and Command A: Cohere with a window on three of four layers, which alone turn. */
final class Cohere2 extends Cohere {

    private static final int PATTERN = 4;

    @Override
    public String type() {
        return "cohere2";
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        return new Window(config.count("sliding_window", 4096), LayerTypes.near(config, layers, PATTERN));
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        Positions turned = super.positions(config, sizes, layers, context);
        Rope rope = turned.ropes().getFirst();
        return new Positions(
                List.of(rope, new Rope(rope.theta(), new Rope.Still())),
                LayerTypes.near(config, layers, PATTERN).stream().map(near -> near ? 0 : 1).toList());
    }
}
