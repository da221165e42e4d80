package org.hydraworkbench.train;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;

/**
 * {@link TrainOptions} as fields of JSON, called as on the command line; all but what is measured on the way. What is left out has its
 * default, with the usual warm-up for the number of steps.
 */
public final class TrainOptionsJson {

    private static final String RECOMPUTE = "recompute";
    private static final String NAMES = "train-names";

    private TrainOptionsJson() {}

    /** Adds the fields to {@code json}. */
    public static void write(TrainOptions options, JsonObject json) {
        json.addProperty("plan", TrainPlan.CODES.code(options.plan()));
        json.addProperty(TrainNumber.STEPS.code(), options.steps());
        json.addProperty(TrainNumber.BATCH.code(), options.batch());
        json.addProperty(TrainNumber.LENGTH.code(), options.length());
        json.addProperty(TrainNumber.RATE.code(), options.rate().peak());
        json.addProperty(TrainNumber.WARMUP.code(), options.rate().warmup());
        json.addProperty("schedule", LearningRate.Decay.CODES.code(options.rate().decay()));
        json.addProperty(TrainNumber.WEIGHT_DECAY.code(), options.weightDecay());
        json.addProperty(TrainNumber.LABEL_SMOOTHING.code(), options.regularisation().labelSmoothing());
        json.addProperty(TrainNumber.DROPOUT.code(), options.regularisation().dropout());
        json.addProperty(TrainNumber.WORD_DROPOUT.code(), options.regularisation().wordDropout());
        json.addProperty(TrainNumber.BPE_DROPOUT.code(), options.regularisation().bpeDropout());
        json.addProperty(TrainNumber.CLIP.code(), options.clip());
        json.addProperty("seed", options.seed());
        json.addProperty(TrainNumber.CHECKPOINT_SECONDS.code(), options.checkpointSeconds());
        json.addProperty(TrainNumber.ACCUMULATE.code(), options.thrift().parts());
        json.addProperty(RECOMPUTE, options.thrift().recompute());
        json.addProperty(TrainNumber.AVERAGE.code(), options.average());
        json.addProperty(TrainNumber.KEEP.code(), options.keep());
        writeDetails(options.details(), json);
    }

    /** Adds what a plan wants to know. */
    static void writeDetails(PlanDetails details, JsonObject json) {
        json.addProperty(TrainNumber.RANK.code(), details.rank());
        json.addProperty(TrainNumber.ALPHA.code(), details.alpha());
        JsonArray names = new JsonArray();
        details.names().forEach(names::add);
        json.add(NAMES, names);
    }

    /** Takes it out. */
    static PlanDetails readDetails(JsonFields json, PlanDetails usual) throws InputException {
        List<String> names = json.has(NAMES) ? json.texts(NAMES) : usual.names();
        return new PlanDetails(whole(json, TrainNumber.RANK, usual.rank()), number(json, TrainNumber.ALPHA, usual.alpha()), names);
    }

    /**
     * Takes the fields out of {@code json}.
     *
     * @param usual what is left out, all but the warm-up
     * @throws InputException that names the field when one cannot be used
     */
    public static TrainOptions read(JsonFields json, TrainOptions usual) throws InputException {
        int steps = whole(json, TrainNumber.STEPS, usual.steps());
        int batch = whole(json, TrainNumber.BATCH, usual.batch());
        int length = whole(json, TrainNumber.LENGTH, usual.length());
        double rate = number(json, TrainNumber.RATE, usual.rate().peak());
        int warmup = whole(json, TrainNumber.WARMUP, LearningRate.usualWarmup(steps));
        Regularisation regularisation = new Regularisation(
                number(json, TrainNumber.LABEL_SMOOTHING, usual.regularisation().labelSmoothing()),
                number(json, TrainNumber.DROPOUT, usual.regularisation().dropout()),
                number(json, TrainNumber.WORD_DROPOUT, usual.regularisation().wordDropout()),
                number(json, TrainNumber.BPE_DROPOUT, usual.regularisation().bpeDropout()));
        Thrift thrift = new Thrift(
                whole(json, TrainNumber.ACCUMULATE, usual.thrift().parts()), json.flag(RECOMPUTE, usual.thrift().recompute()));
        LearningRate.Decay decay = json.choice("schedule", LearningRate.Decay.CODES, usual.rate().decay());
        together(json, Map.of(TrainNumber.STEPS, steps, TrainNumber.WARMUP, warmup, TrainNumber.BATCH, batch, TrainNumber.LENGTH, length));
        return new TrainOptions(
                json.choice("plan", TrainPlan.CODES, usual.plan()),
                steps,
                batch,
                length,
                new LearningRate(rate, warmup, decay),
                number(json, TrainNumber.WEIGHT_DECAY, usual.weightDecay()),
                regularisation,
                number(json, TrainNumber.CLIP, usual.clip()),
                json.longInteger("seed", usual.seed()),
                whole(json, TrainNumber.CHECKPOINT_SECONDS, usual.checkpointSeconds()),
                usual.heldOut(),
                thrift,
                whole(json, TrainNumber.AVERAGE, usual.average()),
                named(json, readDetails(json, usual.details()), json.choice("plan", TrainPlan.CODES, usual.plan())),
                whole(json, TrainNumber.KEEP, usual.keep()));
    }

    private static PlanDetails named(JsonFields json, PlanDetails details, TrainPlan plan) throws InputException {
        if (plan == TrainPlan.NAMED && details.names().isEmpty()) {
            throw new InputException(json.name(NAMES) + ": The plan named needs the names of what is trained.");
        }
        return details;
    }

    /** Numbers that can each be used may not go together. */
    private static void together(JsonFields json, Map<TrainNumber, Integer> numbers) throws InputException {
        for (TrainNumber.Problem problem : TrainNumber.problems(numbers)) {
            throw new InputException(json.name(problem.number().code()) + ": " + problem.sentence());
        }
    }

    /** A whole number that a run can have. */
    public static int whole(JsonFields json, TrainNumber number, int otherwise) throws InputException {
        return (int) checked(json, number, json.integer(number.code(), otherwise, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }

    private static double number(JsonFields json, TrainNumber number, double otherwise) throws InputException {
        return checked(json, number, json.number(number.code(), otherwise));
    }

    private static double checked(JsonFields json, TrainNumber number, double value) throws InputException {
        String problem = number.problem(value).orElse(null);
        if (problem != null) {
            throw new InputException(json.name(number.code()) + ": " + problem);
        }
        return value;
    }
}
