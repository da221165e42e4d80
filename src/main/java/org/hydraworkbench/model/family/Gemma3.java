package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;

/** Gemma 3, models for text alone: Gemma 2 without bounds, with norms of each head, and two ways to turn. */
final class Gemma3 extends Gemma2 {

    private static final double LOCAL_THETA = 10_000;

    @Override
    public String type() {
        return "gemma3_text";
    }

    @Override
    public Block block(ConfigFields config, Sizes sizes) throws InputException {
        if (config.flag("use_bidirectional_attention", false)) {
            throw config.wrong("use_bidirectional_attention is true; it is a model that reads texts for searching, and writes none");
        }
        for (String key : List.of("attn_logit_softcapping", "final_logit_softcapping")) {
            if (config.has(key)) {
                throw config.wrong(key + " is set; models of this family with such caps are not supported");
            }
        }
        Block around = around(config, sizes);
        return around.with(around.attention().with(HeadNorm.EACH));
    }

    @Override
    int pattern() {
        return 6;
    }

    @Override
    public Positions positions(ConfigFields config, Sizes sizes, int layers, int context) throws InputException {
        double local = config.positive("rope_local_base_freq", LOCAL_THETA);
        return RopeByType.read(config, theta(), local, sizes.headDim(), context).positions(LayerTypes.near(config, layers, pattern()));
    }

    @Override
    public double theta() {
        return 1_000_000;
    }

    @Override
    public int context() {
        return 131_072;
    }
}
