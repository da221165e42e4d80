package org.hydraworkbench.train;

import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.weights.ModelWeights;

/**
 * A run as a folder that a machine with several GPUs can train without this program: the model, the tokens of the text with the places that each
 * step reads at, the options as {@code recipe.json}, and a script for PyTorch and transformers, {@code train.py}. The script takes the same
 * steps as {@link Trainer}, to rounding, and leaves a model in {@code result}, which {@link #take} gives back.
 */
public final class Recipe {

    static final String FILE = "recipe.json";
    static final String MODEL = "model";
    static final String SCRIPT = "train.py";
    static final String RESULT = "result";
    static final String MARK = "recipe-result.json";

    private static final int VERSION = 1;
    private static final String TOKENS = "tokens.i32";
    private static final String ORDER = "order.i32";
    /** Those that the script knows. */
    private static final List<TrainPlan> PLANS = List.of(TrainPlan.EMBEDDINGS, TrainPlan.OUTER_LAYERS, TrainPlan.FULL);

    private static final int BUFFERED = 1 << 16;

    private Recipe() {}

    /**
     * Writes a run's folder, {@code request.out()}.
     *
     * @throws UsageException when the folder is taken, or something is asked for that the script cannot do as this program does
     * @throws InputException when model or data cannot be read
     */
    public static void write(TensorRuntime runtime, TrainRequest request, Progress progress) throws HydraException {
        TrainOptions options = request.options();
        requireTheSameElsewhere(request);
        AtomicFolder.requireFree(request.out());
        progress.message("Loading the model");
        try (Trainee trainee = Trainees.load(runtime, request.start(), options, progress)) {
            options.requireContext(trainee.body().config().contextLength());
            if (!(Trainees.data(request, trainee, progress) instanceof PackedText text)) {
                throw new IllegalStateException("a model that is no Hydra learns from text");
            }
            AtomicFolder.write(request.out(), folder -> {
                progress.message("Writing the recipe");
                Path model = folder.resolve(MODEL);
                Folders.create(model);
                trainee.save(model, progress);
                JsonObject json = new JsonObject();
                json.addProperty("version", VERSION);
                json.addProperty("program", ProgramVersion.get());
                json.addProperty("model", StartFingerprint.of(new TrainStart.Model(model)));
                json.addProperty("type", switch (trainee.body().keptType()) {
                    case F16 -> "float16";
                    case F32 -> "float32";
                    case BF16 -> "bfloat16";
                });
                JsonObject plan = new JsonObject();
                TrainOptionsJson.write(options, plan);
                json.add("options", plan);
                json.addProperty("beta1", TrainOptions.BETA1);
                json.addProperty("beta2", TrainOptions.BETA2);
                json.addProperty("epsilon", TrainOptions.EPSILON);
                json.add("tokens", numbers(folder.resolve(TOKENS), text.tokens().length, place -> text.tokens()[place]));
                int rows = options.batch();
                json.add("order", numbers(
                        folder.resolve(ORDER), Math.multiplyExact(options.steps(), rows), place -> text.start(place / rows, place % rows)));
                Json.write(folder.resolve(FILE), json);
                copyScript(folder.resolve(SCRIPT));
            });
        }
    }

    private static void requireTheSameElsewhere(TrainRequest request) throws UsageException {
        TrainOptions options = request.options();
        if (request.start() instanceof TrainStart.Hydra) {
            throw new UsageException("A recipe is for a model that is trained on text: a Hydra reads and writes by several tables, which no other program does.");
        }
        if (!PLANS.contains(options.plan())) {
            throw new UsageException("--plan " + TrainPlan.CODES.code(options.plan()) + ": a recipe is for the plans "
                    + PLANS.stream().map(TrainPlan.CODES::code).collect(Collectors.joining(", ")) + ".");
        }
        if (request.samples() != null) {
            throw new UsageException("--samples: a recipe writes nothing on the way; leave it out.");
        }
        if (options.regularisation().dropout() > 0) {
            throw new UsageException("--dropout: what is left out is chosen at random, and no two programs choose the same; a recipe is without it.");
        }
        if (options.heldOut() != null) {
            throw new UsageException("--eval-text: a recipe measures nothing on the way; measure the model that comes back with `hydra eval perplexity`.");
        }
        if (options.average() > 0) {
            throw new UsageException("--average: a recipe keeps the weights of the last step; leave it out.");
        }
    }

    /** Writes numbers as 32-bit integers, little-endian. */
    private static JsonObject numbers(Path file, int count, IntUnaryOperator number) throws HydraException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFERED).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < count; i++) {
                buffer.putInt(number.applyAsInt(i));
                if (!buffer.hasRemaining() || i + 1 == count) {
                    out.write(buffer.array(), 0, buffer.position());
                    buffer.clear();
                }
            }
        } catch (IOException e) {
            throw ResourceException.in(file, "cannot be written", e);
        }
        JsonObject json = new JsonObject();
        json.addProperty("file", String.valueOf(file.getFileName()));
        json.addProperty("count", count);
        json.addProperty("sha256", Hashes.of(file));
        return json;
    }

    private static void copyScript(Path to) throws ResourceException {
        try (InputStream script = Objects.requireNonNull(Recipe.class.getResourceAsStream("recipe.py"))) {
            Files.copy(script, to);
        } catch (IOException e) {
            throw ResourceException.in(to, "cannot be written", e);
        }
    }

    /**
     * Gives the model that was trained by a recipe its place, as if it had been trained here.
     *
     * @param folder of the recipe, with its {@code result}
     * @param out a new or empty folder
     * @throws InputException when it is no recipe, or there is no result, or one that is not of this recipe
     */
    public static void take(Path folder, Path out, Progress progress) throws HydraException {
        AtomicFolder.requireFree(out);
        Path file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw InputException.in(folder, "is no recipe; name a folder that --export-recipe made");
        }
        String model = model(file);
        Path result = folder.resolve(RESULT);
        Path mark = result.resolve(MARK);
        if (!Files.isRegularFile(mark)) {
            throw InputException.in(folder, "has no result yet; run its " + SCRIPT + " to the end first");
        }
        String recipe = JsonFields.of(Json.readObject(mark)).requiredText("recipe");
        Path begun = folder.resolve(MODEL);
        if (!recipe.equals(Hashes.of(file)) || !model.equals(StartFingerprint.of(new TrainStart.Model(begun)))) {
            throw InputException.in(result, "is of another recipe than this folder's");
        }
        requireSameTensors(begun, result);
        progress.message("Copying the model");
        AtomicFolder.write(out, made -> Folders.link(result, made, Set.of(MARK)));
    }

    private static String model(Path file) throws InputException {
        try {
            JsonFields json = JsonFields.of(Json.readObject(file));
            json.version(VERSION);
            return json.requiredText("model");
        } catch (InputException e) {
            throw InputException.in(file, "is no recipe of this program", e);
        }
    }

    private static void requireSameTensors(Path begun, Path result) throws HydraException {
        try (ModelWeights before = ModelWeights.open(begun);
                ModelWeights after = ModelWeights.open(result)) {
            for (String name : before.names()) {
                List<String> same = after.names().stream().filter(other -> other.equals(name) || other.endsWith("." + name)).toList();
                if (same.size() != 1) {
                    throw InputException.in(result, "has no " + name + ", so it is not the model that was exported");
                }
                List<Long> shape = shape(before, name);
                if (!shape.equals(shape(after, same.getFirst()))) {
                    throw InputException.in(result, name + " is of shape " + text(shape(after, same.getFirst())) + ", but that of the exported model is "
                            + text(shape));
                }
            }
        }
    }

    private static List<Long> shape(ModelWeights weights, String name) throws InputException {
        return Arrays.stream(weights.info(name).shape()).boxed().toList();
    }

    private static String text(List<Long> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }
}
