package org.hydraworkbench.train;

import java.util.OptionalInt;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.model.Parameter;

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

    /**
     * Whether a parameter is trained.
     *
     * @param name see {@link Parameter}
     * @param layers number of layers of the model
     */
    boolean trains(String name, int layers) {
        return switch (this) {
            case EMBEDDINGS -> Parameter.isTable(name);
            case OUTER_LAYERS -> Parameter.isTable(name) || isOuter(Parameter.layer(name), layers);
            case FULL -> true;
        };
    }

    private static boolean isOuter(OptionalInt layer, int layers) {
        return layer.isPresent() && (layer.getAsInt() < OUTER || layer.getAsInt() >= layers - OUTER);
    }
}
