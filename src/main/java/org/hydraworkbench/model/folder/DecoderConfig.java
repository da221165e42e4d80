package org.hydraworkbench.model.folder;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.family.Block;
import org.hydraworkbench.model.family.ModelFamily;
import org.hydraworkbench.model.family.Positions;
import org.hydraworkbench.model.family.Sizes;
import org.hydraworkbench.model.family.Weight;
import org.hydraworkbench.model.family.Window;
import org.hydraworkbench.model.runtime.KernelText;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.weights.DType;

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
 * @param file the whole of it, with what this program does not know
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
        ConfigFile file) {

    public DecoderConfig {
        eosIds = List.copyOf(eosIds);
    }

    /**
     * What a {@code config.json} says.
     *
     * @throws InputException when it is malformed or describes a model this program cannot run
     */
    public static DecoderConfig of(ConfigFile file) throws InputException {
        return new ConfigReader(file).read();
    }

    /** Writes {@code config.json} beside weights of type {@code type}: the original keys, with those this program knows brought up to date. */
    public void write(Path folder, DType type) throws HydraException {
        file.withTables(vocabularySize, tied).withTokens(bosId, eosIds, padId).withType(type).write(folder);
    }

    /** The same body with another vocabulary, whose special tokens have the given ids. */
    public DecoderConfig withVocabulary(int size, OptionalInt bos, List<Integer> eos, OptionalInt pad) {
        return new DecoderConfig(
                family, block, sizes, layers, size, contextLength, window,
                rmsNormEps, positions, tied, initializerRange, bos, eos, pad, file);
    }

    /** The same body whose head is the input table, or is not. */
    public DecoderConfig withTied(boolean value) {
        return new DecoderConfig(
                family, block, sizes, layers, vocabularySize, contextLength, window,
                rmsNormEps, positions, value, initializerRange, bosId, eosIds, padId, file);
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

    /**
     * The kernel of such models.
     *
     * @param compute the type of numbers that is computed in
     * @param casts whether weights may be of another type
     */
    public KernelText kernel(NumberType compute, boolean casts) {
        return block.kernel(window.cuts(contextLength) ? window : null, compute, casts, positions.turned(headDim()) < headDim());
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
     * Refuses a text that is longer than the context.
     *
     * @throws InputException telling both lengths
     */
    public void requireFits(int tokens) throws InputException {
        if (tokens > contextLength) {
            throw new InputException("The text has " + tokens + " tokens, but this model reads at most " + contextLength + ".");
        }
    }
}
