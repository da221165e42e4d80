package org.hydraworkbench.train;

import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.model.Adapter;
import org.hydraworkbench.model.Parameter;

/** Which weights are trained; the others stay as they are and gradients flow through them. */
public enum TrainPlan {
    /** Input table and head. */
    EMBEDDINGS,
    /** Input table, head, and the first two and last two layers (Remy et al. 2024, appendix L). */
    OUTER_LAYERS,
    /** Everything. */
    FULL,
    /** A quarter of the steps the tables alone, at ten times the rate; two fifths the outer layers too; the rest everything. */
    STAGED,
    /** Input table, head, and what is learnt beside the matrices of all layers, see {@link Adapter}. */
    LORA,
    /** The same with the lengths of the matrices' rows. */
    DORA,
    /** What is named, see {@link PlanDetails#names}. */
    NAMED;

    /** By these they are stored and typed. */
    public static final Choice<TrainPlan> CODES = Choice.of(values(), plan -> switch (plan) {
        case EMBEDDINGS -> "embeddings";
        case OUTER_LAYERS -> "outer-layers";
        case FULL -> "full";
        case STAGED -> "staged";
        case LORA -> "lora";
        case DORA -> "dora";
        case NAMED -> "named";
    });

    private static final int OUTER = 2;

    /** Steps of every hundred after which the outer layers, then all, are trained too by {@link #STAGED}. */
    private static final List<Integer> STAGES = List.of(25, 65);

    private static final double TABLES_FASTER = 10;

    /**
     * A part of a run.
     *
     * @param before steps that are done before it
     * @param plan what is trained in it
     * @param faster what the learning rate is multiplied by
     */
    record Stage(long before, TrainPlan plan, double faster) {}

    /** The parts of a run of so many steps, in order; what is trained in one is trained in those that follow. */
    List<Stage> stages(int steps) {
        return this == STAGED
                ? List.of(
                        new Stage(0, EMBEDDINGS, TABLES_FASTER),
                        new Stage((long) steps * STAGES.getFirst() / 100, OUTER_LAYERS, 1),
                        new Stage((long) steps * STAGES.getLast() / 100, FULL, 1))
                : List.of(new Stage(0, this, 1));
    }

    /** Whether something is learnt beside the matrices of the layers. */
    public boolean adapts() {
        return this == LORA || this == DORA;
    }

    /**
     * Whether a parameter is trained, at the end of the run at least.
     *
     * @param name see {@link Parameter}
     * @param layers number of layers of the model
     */
    boolean trains(String name, int layers, PlanDetails details) {
        return switch (this) {
            case EMBEDDINGS -> Parameter.isTable(name);
            case OUTER_LAYERS -> Parameter.isTable(name) || isOuter(Parameter.layer(name), layers);
            case FULL, STAGED -> true;
            case LORA, DORA -> Parameter.isTable(name) || Adapter.isPart(name);
            case NAMED -> details.isNamed(name);
        };
    }

    private static boolean isOuter(OptionalInt layer, int layers) {
        return layer.isPresent() && (layer.getAsInt() < OUTER || layer.getAsInt() >= layers - OUTER);
    }
}
