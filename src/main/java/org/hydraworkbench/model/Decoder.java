package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.MachineMemory;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.model.family.Block;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.family.Weight;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.KernelShape;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;

/**
 * A decoder: the body (layers and final norm) and the token table it came with. Bodies work with any
 * {@link TokenTable} of their width. Belongs to one thread at a time.
 */
public final class Decoder implements AutoCloseable {

    /** What a model is loaded for. */
    public enum Use {
        /** To be run. */
        RUN,
        /** To be trained in part, so that its weights are to be as exact as they are in the file. */
        TRAIN
    }

    /** The place of the input table among the {@link #parameters}. */
    public static final int INPUT = 0;

    /** The place of the head. */
    public static final int HEAD = 1;

    /** The place of the final norm; the weights of the layers follow. */
    public static final int NORM = 2;

    private final TensorRuntime runtime;
    private final TensorScope scope;
    private final DecoderConfig config;
    private final KernelShape shape;
    private final FileNames names;
    private final Arithmetic arithmetic;
    private final NumberType fileType;
    private final List<Tensor> body;
    private final TokenTable table;
    private final Set<Integer> stopIds;
    private final RopeTables ropes;

    private Decoder(
            TensorRuntime runtime,
            TensorScope scope,
            DecoderConfig config,
            FileNames names,
            Arithmetic arithmetic,
            NumberType fileType,
            List<Tensor> body,
            TokenTable table,
            Set<Integer> stopIds)
            throws HydraException {
        this.runtime = runtime;
        this.scope = scope;
        this.config = config;
        this.names = names;
        this.arithmetic = arithmetic;
        this.fileType = fileType;
        this.body = new ArrayList<>(body);
        this.table = table;
        this.stopIds = stopIds;
        this.shape = KernelShape.of(
                scope, config.kernel(arithmetic.compute(), arithmetic.casts()), config.heads(), config.kvHeads(), config.headDim(), kinds(config), config.rmsNormEps());
        this.ropes = new RopeTables(scope, config);
    }

    /**
     * Loads a Hugging Face folder: {@code config.json} and safetensors in float32, float16 or bfloat16.
     *
     * @throws InputException when a file is missing or malformed, or the model is of a kind this program cannot run
     * @throws org.hydraworkbench.base.ResourceException when there is not enough memory
     */
    public static Decoder load(TensorRuntime runtime, Path folder, Progress progress) throws HydraException {
        return load(runtime, folder, Use.RUN, progress);
    }

    /** The same for some use. */
    public static Decoder load(TensorRuntime runtime, Path folder, Use use, Progress progress) throws HydraException {
        PretrainedFolder pretrained = PretrainedFolder.open(folder);
        DecoderConfig given = pretrained.config();
        TensorScope scope = runtime.root().child();
        try (ModelWeights weights = pretrained.weights()) {
            FileNames names = pretrained.names(weights);
            TableNames tables = pretrained.tables(weights);
            pretrained.warn(tables, progress);
            DecoderConfig config = given.withTied(tables.tied());
            NumberType fileType = WeightLoader.type(weights, tables.input());
            Arithmetic arithmetic = Arithmetic.of(runtime, fileType, config.parameters(), use == Use.TRAIN);
            WeightLoader loader = new WeightLoader(weights, scope, arithmetic);
            List<Tensor> body = loader.body(config, names, progress);
            TokenTable table = TokenTable.load(
                    runtime,
                    weights,
                    tables.input(),
                    tables.head(),
                    config.hiddenSize(),
                    arithmetic);
            if (table.size() != config.vocabularySize()) {
                table.close();
                throw InputException.in(
                        weights.location(),
                        "the token table has " + table.size() + " rows, but config.json says " + config.vocabularySize());
            }
            return new Decoder(runtime, scope, config, names, arithmetic, fileType, body, table, pretrained.stopIds());
        } catch (HydraException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    /** A decoder with fresh weights: normal with the configuration's deviation, norms 1, as transformers begins. */
    public static Decoder random(TensorRuntime runtime, DecoderConfig config, long seed) throws HydraException {
        requireMemory(runtime, config);
        TensorScope scope = runtime.root().child();
        try {
            List<Tensor> body = WeightLoader.allocate(config, scope);
            int outer = config.block().outer().size();
            List<Weight> layer = config.block().weights();
            for (int i = 0; i < body.size(); i++) {
                Weight weight = i < outer ? config.block().outer().get(i) : layer.get((i - outer) % layer.size());
                if (Block.isRandom(weight)) {
                    DecoderKernel.normal(scope, body.get(i), config.initializerRange(), seed + 1 + i);
                } else {
                    fill(scope, body.get(i), config.block().fresh(weight, config.sizes()));
                }
            }
            Arithmetic arithmetic = Arithmetic.of(runtime, NumberType.F32, config.parameters(), true);
            TokenTable table = TokenTable.random(runtime, config, seed);
            return new Decoder(
                    runtime, scope, config, config.family().names(), arithmetic, NumberType.F32, body, table, Set.copyOf(config.eosIds()));
        } catch (HydraException | RuntimeException e) {
            scope.close();
            throw e;
        }
    }

    /** For each layer by which of the ways it turns, and 1 where it looks through the window. */
    private static long[] kinds(DecoderConfig config) {
        return IntStream.range(0, config.layers())
                .boxed()
                .flatMapToLong(i -> LongStream.of(config.positions().kinds().get(i), config.window().near().get(i) ? 1 : 0))
                .toArray();
    }

    /** There is no file whose size bounds that of the model, and memory that is promised may turn out not to be there. */
    private static void requireMemory(TensorRuntime runtime, DecoderConfig config) throws ResourceException {
        double bytes = 4.0 * config.vocabularySize() * config.hiddenSize() * (config.tied() ? 1 : 2);
        for (TensorInfo tensor : WeightLayout.body(config)) {
            bytes += 4.0 * tensor.elements();
        }
        if (!runtime.usesGpu()) {
            MachineMemory.require("a model of the sizes in config.json", bytes);
        }
    }

    private static void fill(TensorScope owner, Tensor tensor, float[] values) throws HydraException {
        try (TensorScope scope = owner.child()) {
            long[] every = LongStream.range(0, tensor.size(0)).toArray();
            DecoderKernel.setRows(scope, tensor, scope.longs(every, every.length), scope.floats(values, tensor.shape()));
        }
    }

    public DecoderConfig config() {
        return config;
    }

    public TensorRuntime runtime() {
        return runtime;
    }

    /** The model's own token table; closed with the decoder. */
    public TokenTable table() {
        return table;
    }

    /** Tokens of the model's own table that end a text by its files. */
    Set<Integer> stopIds() {
        return stopIds;
    }

    /** What its files call its tensors. */
    FileNames names() {
        return names;
    }

    /** In which numbers it is kept and computed. */
    Arithmetic arithmetic() {
        return arithmetic;
    }

    /** The type in which weights of the file's usual type are kept, and all are written. */
    public NumberType keptType() {
        return arithmetic.of(fileType);
    }

    /** The type of states and caches. */
    public NumberType computed() {
        return arithmetic.compute();
    }

    /** Keeps some of its tensors in float32 from now on, so that they can be trained; both tables where one of them is named. */
    public void widen(Predicate<String> names) throws HydraException {
        List<Parameter> parameters = parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!names.test(parameter.name()) || parameter.tensor().type() == NumberType.F32) {
                continue;
            }
            if (i < NORM) {
                table.widen();
                parameters = parameters();
            } else {
                body.set(i - NORM, DecoderKernel.cast(scope, parameter.tensor(), NumberType.F32));
                parameter.tensor().close();
            }
        }
    }

    /** The tensors of the body in the kernel's order. */
    List<Tensor> body() {
        return body;
    }

    /**
     * All tensors by name, in the order in which the kernel takes them: input table, head, body. A tied head is the input table once more,
     * under its name.
     */
    public List<Parameter> parameters() {
        List<Tensor> tensors = new ArrayList<>(List.of(table.input(), table.head()));
        tensors.addAll(body);
        List<Parameter> parameters = new ArrayList<>();
        for (TensorInfo info : WeightLayout.parameters(config)) {
            parameters.add(new Parameter(info.name(), tensors.get(parameters.size())));
        }
        return parameters;
    }

    /** The final norm. */
    public Tensor norm() {
        return body.getFirst();
    }

    /**
     * What tables gave, x [B, L, H], with what is added by where each token stands, where the model has learnt that.
     *
     * @param places of the tokens of {@code sequences} texts, one after another; of one text for all B
     */
    Tensor placed(TensorScope call, Tensor x, int[] places, int sequences) throws HydraException {
        int at = config.block().outer().indexOf(Weight.POSITIONS);
        return at < 0 ? x : DecoderKernel.place(call, x, body.get(at), call.ids(places, sequences, places.length / sequences));
    }

    /** The plain numbers the kernel needs. */
    public KernelShape shape() {
        return shape;
    }

    /**
     * Cosines and sines of a text of so many tokens, or more: [T, length or more, D/2, 2], of each way to turn.
     *
     * @throws IllegalArgumentException beyond the context length
     */
    public Tensor rope(int length) throws HydraException {
        return ropes.of(length);
    }

    /**
     * Writes the weights of body and own table as {@code model.safetensors} (sharded when large; in the type of the file that they are from
     * where they are kept in it, else in that of memory) and {@code config.json} into a folder that exists.
     */
    public void save(Path folder, Progress progress) throws HydraException {
        WeightExporter.model(this, folder, progress);
        config.write(folder, WeightExporter.dtype(keptType()));
    }

    TensorScope scope() {
        return scope;
    }

    /** The tensors of the layers from {@code first} to before {@code end}. */
    List<Tensor> layers(int first, int end) {
        int outer = config.block().outer().size();
        int each = config.block().weights().size();
        return body.subList(outer + first * each, outer + end * each);
    }

    @Override
    public void close() {
        table.close();
        scope.close();
    }
}
