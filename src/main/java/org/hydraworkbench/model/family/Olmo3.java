package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;

/** OLMo 3: OLMo 2 with a window on three of four layers, whose position embeddings are not scaled. Texts must fit into that window. */
final class Olmo3 implements ModelFamily {

    private static final int PATTERN = 4;
    private static final Olmo2 BEFORE = new Olmo2();

    @Override
    public String type() {
        return "olmo3";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        return BEFORE.block(config, sizes);
    }

    @Override
    public int window(ConfigFields config) throws InputException {
        return config.count("sliding_window", 4096);
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        RopeByType ropes = RopeByType.read(config, theta(), null, sizes.headDim(), context);
        return new Positions(
                List.of(ropes.full(), ropes.sliding()),
                LayerTypes.full(config, layers, PATTERN).stream().map(full -> full ? 0 : 1).toList(),
                ropes.longest());
    }

    @Override
    public double theta() {
        return 500_000;
    }

    @Override
    public double epsilon() {
        return BEFORE.epsilon();
    }

    @Override
    public String attentionNorm() {
        return BEFORE.attentionNorm();
    }

    @Override
    public String feedNorm() {
        return BEFORE.feedNorm();
    }
}
