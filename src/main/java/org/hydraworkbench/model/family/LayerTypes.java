package org.hydraworkbench.model.family;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.InputException;

/** Which layers see all that was before, and which only a window of it. */
final class LayerTypes {

    static final String FULL = "full_attention";
    static final String SLIDING = "sliding_attention";

    private LayerTypes() {}

    /**
     * For each layer whether it sees all.
     *
     * @param pattern how manieth does where the configuration does not say
     */
    static List<Boolean> full(ConfigFields config, int layers, int pattern) throws InputException {
        List<String> types = config.texts("layer_types");
        if (!types.isEmpty() && types.size() != layers) {
            throw config.wrong("layer_types has " + types.size() + " names for " + layers + " layers");
        }
        int every = config.count("sliding_window_pattern", config.count("_sliding_window_pattern", pattern));
        List<Boolean> full = new ArrayList<>();
        for (int i = 0; i < layers; i++) {
            full.add(types.isEmpty() ? (i + 1) % every == 0 : types.get(i).equals(FULL));
        }
        return full;
    }
}
