package org.hydraworkbench.model.family;

import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.InputException;

/** SmolLM 3: Llama of which every fourth layer is not told where tokens stand. */
final class SmolLm3 implements ModelFamily {

    private static final int INTERVAL = 4;

    @Override
    public String type() {
        return "smollm3";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        Block block = ModelFamily.super.block(config, sizes);
        return block.with(block.feedForward().withBias(config.flag("mlp_bias", false)));
    }

    @Override
    public Window window(ConfigFields config, int layers) throws InputException {
        if (!config.flag("use_sliding_window", false) || !config.has("sliding_window")) {
            return Window.none(layers);
        }
        List<Boolean> turns = turns(config, layers);
        return new Window(config.count("sliding_window", null), LayerTypes.near(config, layers, layer -> !turns.get(layer)));
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        Positions all = ModelFamily.super.positions(config, sizes, layers, context);
        Rope rope = all.ropes().getFirst();
        return new Positions(
                List.of(rope, new Rope(rope.theta(), new Rope.Still())),
                turns(config, layers).stream().map(turns -> turns ? 0 : 1).toList());
    }

    /** {@code no_rope_layers} has 1 for a layer that turns, in spite of its name. */
    private static List<Boolean> turns(ConfigFields config, int layers) throws InputException {
        List<Integer> named = config.ids("no_rope_layers");
        if (!named.isEmpty() && named.size() != layers) {
            throw config.wrong("no_rope_layers has " + named.size() + " numbers for " + layers + " layers");
        }
        int interval = config.count("no_rope_layer_interval", INTERVAL);
        return IntStream.range(0, layers)
                .mapToObj(i -> named.isEmpty() ? (i + 1) % interval != 0 : named.get(i) != 0)
                .toList();
    }

    @Override
    public double theta() {
        return 2_000_000;
    }

    @Override
    public boolean tied() {
        return true;
    }

    @Override
    public int context() {
        return 32_768;
    }
}
