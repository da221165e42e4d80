package org.hydraworkbench.model.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.hydraworkbench.base.InputException;

/** Which layers see all that was before, and which only a window of it. */
final class LayerTypes {

    static final String FULL = "full_attention";
    static final String SLIDING = "sliding_attention";

    private LayerTypes() {}

    /**
     * For each layer whether it sees a window only.
     *
     * @param otherwise whether one does, by its number, where the configuration does not say
     */
    static List<Boolean> near(ConfigFields config, int layers, IntPredicate otherwise) throws InputException {
        List<String> types = config.texts("layer_types");
        if (!types.isEmpty() && types.size() != layers) {
            throw config.wrong("layer_types has " + types.size() + " names for " + layers + " layers");
        }
        for (String type : types) {
            if (!type.equals(FULL) && !type.equals(SLIDING)) {
                throw config.wrong("layer_types has \"" + type + "\"; only " + FULL + " and " + SLIDING + " are supported");
            }
        }
        List<Boolean> near = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            near.add(types.isEmpty() ? otherwise.test(i) : types.get(i).equals(SLIDING));
        }
        return near;
    }

    /**
     * Likewise.
     *
     * @param pattern how manieth layer sees all where the configuration does not say
     */
    static List<Boolean> near(ConfigFields config, int layers, int pattern) throws InputException {
        int every = config.count("sliding_window_pattern", config.count("_sliding_window_pattern", pattern));
        return near(config, layers, layer -> (layer + 1) % every != 0);
    }
}
