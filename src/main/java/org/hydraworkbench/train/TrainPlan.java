package org.hydraworkbench.train;

import java.util.List;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.runtime.Tensor;

/** Which weights are trained; the others stay as they are and gradients flow through them. */
public enum TrainPlan {
    /** Input table and head. */
    EMBEDDINGS,
    /** Input table, head, and the first two and last two layers (Remy et al. 2024, appendix L). */
    OUTER_LAYERS,
    /** Everything. */
    FULL;

    /** By these they are stored and typed. */
    public static final Choice<TrainPlan> CODES = Choice.of(values(), plan -> switch (plan) {
        case EMBEDDINGS -> "embeddings";
        case OUTER_LAYERS -> "outer-layers";
        case FULL -> "full";
    });

    private static final int OUTER = 2;
    private static final int BEFORE_LAYERS = 3;

    /**
     * For each parameter, in the order input table, head, final norm, layers' tensors, whether it is trained. A tied head is
     * trained as the input table.
     */
    boolean[] choice(Decoder decoder) {
        List<Tensor> layers = decoder.layers();
        int count = decoder.config().layers();
        int perLayer = layers.size() / count;
        boolean[] choice = new boolean[BEFORE_LAYERS + layers.size()];
        choice[0] = true;
        choice[1] = !decoder.table().tied();
        choice[2] = this == FULL;
        for (int i = 0; i < layers.size(); i++) {
            int layer = i / perLayer;
            boolean outer = layer < OUTER || layer >= count - OUTER;
            choice[BEFORE_LAYERS + i] = this == FULL || this == OUTER_LAYERS && outer;
        }
        return choice;
    }
}
