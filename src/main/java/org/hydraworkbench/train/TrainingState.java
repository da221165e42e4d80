package org.hydraworkbench.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hydraworkbench.base.AtomicFiles;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;

/**
 * Where a run was when a checkpoint was written; with the optimiser's moments beside it, all that is needed to go on. The
 * order of the data and its place follow from seed and step.
 *
 * @param step the last step that was done
 * @param seconds the run had taken
 * @param plan what is trained
 * @param batch sequences in a step
 * @param length tokens of a sequence
 * @param seed of the order of the data
 * @param data hash of the data
 */
record TrainingState(long step, double seconds, TrainPlan plan, int batch, int length, long seed, String data) {

    static final String FILE = "training-state.json";
    static final String MOMENTS = "training-state.safetensors";

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    static TrainingState of(long step, double seconds, TrainOptions options, String data) {
        return new TrainingState(
                step, seconds, options.plan(), options.batch(), options.length(), options.seed(), data);
    }

    void write(Path folder) throws HydraException {
        AtomicFiles.writeString(folder.resolve(FILE), GSON.toJson(this) + "\n");
    }

    static TrainingState read(Path folder) throws InputException {
        Path file = folder.resolve(FILE);
        try {
            TrainingState state = GSON.fromJson(Files.readString(file), TrainingState.class);
            if (state == null || state.plan == null || state.data == null) {
                throw InputException.in(file, "is incomplete; this checkpoint cannot be resumed");
            }
            return state;
        } catch (IOException | JsonParseException e) {
            throw InputException.in(file, "cannot be read, so this checkpoint cannot be resumed", e);
        }
    }

    /** Refuses to go on with other data or options than the run began with, as the result would be neither run's. */
    void requireSame(TrainOptions options, String newData) throws UsageException {
        TrainingState now = of(step, seconds, options, newData);
        if (!now.equals(this)) {
            throw new UsageException("The run to resume was started with plan " + plan + ", batch " + batch + ", length " + length
                    + ", seed " + seed + (data.equals(newData) ? "" : " and other data")
                    + "; give the same, or begin a new run in another folder.");
        }
    }
}
