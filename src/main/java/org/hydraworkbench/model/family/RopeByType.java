package org.hydraworkbench.model.family;

import java.util.List;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Position embeddings where layers that see all and layers with a window have their own: nested in {@code rope_parameters} by transformers 5, else
 * those of the whole model are of the layers that see all.
 *
 * @param full of layers that see all
 * @param sliding of layers with a window, never scaled
 */
record RopeByType(Rope full, Rope sliding) {

    /**
     * Reads them.
     *
     * @param theta of layers that see all, where the configuration does not say
     * @param slidingTheta of the others; null for the same
     */
    static RopeByType read(ConfigFields config, double theta, @Nullable Double slidingTheta, int headDim, int context) throws InputException {
        ConfigFields all = config.nested("rope_parameters");
        ConfigFields byType = all == null ? null : all.nested(LayerTypes.FULL);
        ConfigFields own = all == null ? null : all.nested(LayerTypes.SLIDING);
        Rope full = new RopeReader(config, byType == null ? all : byType, theta, headDim, context).read();
        double usual = slidingTheta == null ? full.theta() : slidingTheta;
        if (own != null && !own.text("rope_type", "default").equals("default")) {
            throw config.wrong("the position embeddings of " + LayerTypes.SLIDING + " are scaled; models with such are not supported");
        }
        return new RopeByType(full, new Rope(own == null ? usual : own.positive("rope_theta", usual), null));
    }

    /** @param near for each layer whether it sees a window only */
    Positions positions(List<Boolean> near) {
        return new Positions(List.of(full, sliding), near.stream().map(each -> each ? 1 : 0).toList());
    }
}
