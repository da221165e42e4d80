package org.hydraworkbench.model;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.model.family.Block;
import org.hydraworkbench.model.family.ModelFamily;
import org.hydraworkbench.model.family.Positions;
import org.hydraworkbench.model.family.Sizes;
import org.hydraworkbench.model.family.Weight;
import org.hydraworkbench.model.family.Window;
import org.hydraworkbench.model.runtime.KernelText;
import org.hydraworkbench.weights.TensorInfo;

/**
 * The shape of a decoder, as {@code config.json} of a Hugging Face folder gives it.
 *
 * @param family what it is called, and how its files name the weights
 * @param block what a layer consists of
 * @param sizes of a layer
 * @param layers number of layers
 * @param vocabularySize rows of the token table
 * @param contextLength longest sequence, in tokens
 * @param window how far back tokens look
 * @param rmsNormEps what the norms add to the mean square
 * @param positions how layers are told where tokens stand
 * @param tied whether the head is the input table
 * @param initializerRange standard deviation of fresh weights
 * @param bosId token that begins a text
 * @param eosIds tokens that end a text; may be several
 * @param padId filler token
 * @param json the whole file, with what this program does not know
 */
public record DecoderConfig(
        ModelFamily family,
        Block block,
        Sizes sizes,
        int layers,
        int vocabularySize,
        int contextLength,
        Window window,
        double rmsNormEps,
        Positions positions,
        boolean tied,
        double initializerRange,
        OptionalInt bosId,
        List<Integer> eosIds,
        OptionalInt padId,
        String json) {

    /** The name of the file in a model folder. */
    public static final String FILE = "config.json";

    public DecoderConfig {
        eosIds = List.copyOf(eosIds);
    }

    /**
     * Reads {@code config.json} of a model folder.
     *
     * @throws InputException when it is missing or malformed or describes a model this program cannot run
     */
    public static DecoderConfig read(Path folder) throws InputException {
        return readFile(folder.resolve(FILE));
    }

    /** As {@link #read}, from a file of any name. */
    public static DecoderConfig readFile(Path file) throws InputException {
        return new ConfigReader(file).read();
    }

    /** Writes {@code config.json} into {@code folder}: the original keys, with those this program knows brought up to date. */
    public void write(Path folder) throws HydraException {
        Json.write(folder.resolve(FILE), updated());
    }

    /** The same body with another vocabulary, whose special tokens have the given ids. */
    public DecoderConfig withVocabulary(int size, OptionalInt bos, List<Integer> eos, OptionalInt pad) {
        return new DecoderConfig(
                family, block, sizes, layers, size, contextLength, window,
                rmsNormEps, positions, tied, initializerRange, bos, eos, pad, json);
    }

    /** The same body whose head is the input table, or is not. */
    DecoderConfig withTied(boolean value) {
        return new DecoderConfig(
                family, block, sizes, layers, vocabularySize, contextLength, window,
                rmsNormEps, positions, value, initializerRange, bosId, eosIds, padId, json);
    }

    /** Width of the residual stream. */
    public int hiddenSize() {
        return sizes.hidden();
    }

    /** Width inside the feed-forward half. */
    public int intermediateSize() {
        return sizes.inner();
    }

    /** Query heads of a layer. */
    public int heads() {
        return sizes.heads();
    }

    /** Key-value heads of a layer; divides {@link #heads}. */
    public int kvHeads() {
        return sizes.kvHeads();
    }

    /** Width of a head, even. */
    public int headDim() {
        return sizes.headDim();
    }

    /** The kernel of such models. */
    KernelText kernel(Arithmetic arithmetic) {
        return block.kernel(window.cuts(contextLength) ? window : null, arithmetic.compute(), arithmetic.casts());
    }

    /** Numbers in the weights of one layer. */
    public long layerParameters() {
        return numbers(block.weights());
    }

    /** All weights: layers, what is outside of them, input table, and head unless tied. */
    public long parameters() {
        return layers * layerParameters() + numbers(block.outer()) + (tied ? 1L : 2L) * vocabularySize * hiddenSize();
    }

    private long numbers(List<Weight> weights) {
        long numbers = 0;
        for (Weight weight : weights) {
            numbers += Arrays.stream(block.shape(weight, sizes)).reduce(1, (a, b) -> a * b);
        }
        return numbers;
    }

    /**
     * Names and shapes of the tensors that a decoder of this shape is made of, each once: see {@link Parameter} for the names.
     */
    public List<TensorInfo> tensors() {
        return WeightLayout.parameters(this).stream().distinct().toList();
    }

    private JsonObject updated() {
        JsonObject object = Json.own(json);
        object.addProperty("vocab_size", vocabularySize);
        object.addProperty("tie_word_embeddings", tied);
        putId(object, "bos_token_id", bosId);
        putId(object, "pad_token_id", padId);
        if (eosIds.size() == 1) {
            object.addProperty("eos_token_id", eosIds.getFirst());
        } else {
            object.add("eos_token_id", eosIds.isEmpty() ? JsonNull.INSTANCE : array(eosIds));
        }
        // Weights are written as float32, whatever they were read from.
        object.remove("torch_dtype");
        object.addProperty("dtype", "float32");
        return object;
    }

    private static void putId(JsonObject object, String key, OptionalInt id) {
        if (id.isPresent()) {
            object.addProperty(key, id.getAsInt());
        } else {
            object.add(key, JsonNull.INSTANCE);
        }
    }

    private static JsonElement array(List<Integer> ids) {
        JsonArray array = new JsonArray();
        ids.forEach(array::add);
        return array;
    }

    /**
     * Refuses a text that is longer than the context.
     *
     * @throws InputException telling both lengths
     */
    void requireFits(int tokens) throws InputException {
        if (tokens > contextLength) {
            throw new InputException("The text has " + tokens + " tokens, but this model reads at most " + contextLength + ".");
        }
    }
}
