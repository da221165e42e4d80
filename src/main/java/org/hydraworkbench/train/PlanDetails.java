package org.hydraworkbench.train;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hydraworkbench.model.Parameter;

/**
 * What some plans want to know.
 *
 * @param rank of what is learnt beside matrices, by {@link TrainPlan#LORA} and {@link TrainPlan#DORA}
 * @param alpha over rank is what it is multiplied by
 * @param names what {@link TrainPlan#NAMED} trains: names of {@linkplain Parameter parameters}, in which {@code *} stands for anything
 */
public record PlanDetails(int rank, double alpha, List<String> names) {

    /** Rank 16, alpha 32. */
    public static final PlanDetails USUAL = new PlanDetails(16, 32, List.of());

    /** @throws IllegalArgumentException with a sentence for each number that cannot be used, see {@link TrainNumber} */
    public PlanDetails {
        TrainNumber.require(Map.of(TrainNumber.RANK, rank, TrainNumber.ALPHA, alpha));
        names = List.copyOf(names);
    }

    /** Whether a parameter has one of the names. */
    boolean isNamed(String name) {
        return names.stream().anyMatch(each -> pattern(each).matcher(name).matches());
    }

    /** What of it a plan goes by, for a sentence; empty where nothing. */
    String of(TrainPlan plan) {
        if (plan.adapts()) {
            return " of rank " + rank + " and alpha " + alpha;
        }
        return plan == TrainPlan.NAMED ? " of " + String.join(", ", names) : "";
    }

    private static Pattern pattern(String name) {
        return Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
    }
}
