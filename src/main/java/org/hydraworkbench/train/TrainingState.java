package org.hydraworkbench.train;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.EarlierLayout;

/**
 * Where a run was when a checkpoint was written; with the trained weights and the optimiser's moments beside it (and the weights that go with
 * them, where the trained ones are a mean of such), all that is needed to go on from the model that the run began with. The
 * order of the data and its place follow from seed and step.
 *
 * @param version of the checkpoint: 4; before 4 tensors lay as {@link EarlierLayout} says, before 3 a whole model was in it, in 1 there was neither a best nor a mean, in 0 moments were named by
 *     place, see {@link AdamW#loadByPlace}
 * @param step the last step that was done
 * @param seconds the run had taken
 * @param plan what is trained
 * @param details of that
 * @param batch sequences in a step
 * @param length tokens of a sequence
 * @param seed of the order of the data
 * @param data hash of the data
 * @param model what the run began with, see {@link StartFingerprint}; empty in a checkpoint of before it was recorded
 * @param best how it was measured so far, where it looks for the best model and has measured one
 * @param average steps over which the trained weights are a mean, the weights themselves being beside the moments; 0 where they are no mean
 */
record TrainingState(
        int version,
        long step,
        double seconds,
        TrainPlan plan,
        PlanDetails details,
        int batch,
        int length,
        long seed,
        String data,
        Optional<String> model,
        Optional<BestSoFar> best,
        int average) {

    static final String FILE = "training-state.json";
    static final String MOMENTS = "training-state.safetensors";
    static final String TRAINED = "trained.safetensors";

    private static final int VERSION = 4;
    private static final int OWN_LAYOUT = 4;
    private static final int TRAINED_ONLY = 3;

    static TrainingState of(long step, double seconds, TrainOptions options, String data, String model, Optional<BestSoFar> best) {
        return new TrainingState(
                VERSION, step, seconds, options.plan(), options.details(), options.batch(), options.length(), options.seed(), data, Optional.of(model), best, options.average());
    }

    /** Whether the checkpoint is a whole model, as those of earlier versions are. */
    boolean isWholeModel() {
        return version < TRAINED_ONLY;
    }

    /** Whether its tensors lie as those of earlier versions do. */
    boolean isOfEarlierLayout() {
        return version < OWN_LAYOUT;
    }

    /** Whether the trained weights are a mean. */
    boolean isAveraged() {
        return average > 0;
    }

    void write(Path folder) throws HydraException {
        JsonObject json = new JsonObject();
        json.addProperty("version", version);
        json.addProperty("step", step);
        json.addProperty("seconds", seconds);
        json.addProperty("plan", TrainPlan.CODES.code(plan));
        TrainOptionsJson.writeDetails(details, json);
        json.addProperty("batch", batch);
        json.addProperty("length", length);
        json.addProperty("seed", seed);
        json.addProperty("data", data);
        model.ifPresent(hash -> json.addProperty("model", hash));
        best.ifPresent(measured -> json.add("best", measured.toJson()));
        if (isAveraged()) {
            json.addProperty("average", average);
        }
        Json.write(folder.resolve(FILE), json);
    }

    static TrainingState read(Path folder) throws InputException {
        Path file = folder.resolve(FILE);
        try {
            JsonFields json = JsonFields.parse(Files.readString(file));
            for (String name : List.of("step", "batch", "length", "seed")) {
                if (!json.has(name)) {
                    throw new InputException(name + ": is missing.");
                }
            }
            TrainingState state = new TrainingState(
                    json.version(VERSION),
                    json.integer("step", 0, 0, Integer.MAX_VALUE),
                    json.number("seconds", 0),
                    json.requiredChoice("plan", TrainPlan.CODES),
                    TrainOptionsJson.readDetails(json, PlanDetails.USUAL),
                    json.integer("batch", 0, 1, Integer.MAX_VALUE),
                    json.integer("length", 0, 1, Integer.MAX_VALUE),
                    json.longInteger("seed", 0),
                    json.requiredText("data"),
                    json.text("model"),
                    json.has("best") ? Optional.of(BestSoFar.read(json.object("best"))) : Optional.empty(),
                    json.integer("average", 0, 0, Integer.MAX_VALUE));
            json.end();
            return state;
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read, so this checkpoint cannot be resumed", e);
        } catch (InputException e) {
            throw InputException.in(file, "this checkpoint cannot be resumed", e);
        }
    }

    /** Refuses to go on where another model is named than the run began with: it is not looked at, and somebody may believe that it is. */
    void requireSameModel(TrainStart start) throws HydraException {
        if (model.isPresent() && !model.get().equals(StartFingerprint.of(start))) {
            throw new UsageException("The run to resume was begun with another model than " + name(start)
                    + "; give the same, or begin a new run in another folder.");
        }
    }

    private static Path name(TrainStart start) {
        return switch (start) {
            case TrainStart.Model plain -> plain.folder();
            case TrainStart.Hydra hydra -> hydra.folder();
            case TrainStart.Fresh fresh -> fresh.config();
        };
    }

    /** Refuses to go on with other data, directions or options than the run began with, as the result would be neither run's. */
    void requireSame(TrainOptions options, String newData) throws UsageException {
        boolean same = plan == options.plan()
                && details.equals(options.details())
                && batch == options.batch()
                && length == options.length()
                && seed == options.seed()
                && data.equals(newData);
        if (!same) {
            throw new UsageException("The run to resume was started with plan " + TrainPlan.CODES.code(plan) + details.of(plan) + ", batch " + batch
                    + ", length " + length + ", seed " + seed + (data.equals(newData) ? "" : " and other data or directions")
                    + "; give the same, or begin a new run in another folder.");
        }
    }
}
