package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.hydraworkbench.model.runtime.KernelText;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;
import org.jspecify.annotations.Nullable;

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
    private KernelShape shape;
    private @Nullable Adapter adapter;
    private final FileNames names;
    private final Arithmetic arithmetic;
    private final NumberType fileType;
    private final List<Tensor> body;
    private final TokenTable table;
    private final Set<Integer> stopIds;
    private final @Nullable ModelWeights files;
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
            Set<Integer> stopIds,
            @Nullable ModelWeights files)
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
        this.files = files;
        this.shape = shape(config.kernel(arithmetic.compute(), arithmetic.casts()));
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
        ModelWeights weights = pretrained.weights();
        TensorScope scope = runtime.root().child();
        try {
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
            if (!arithmetic.maps()) {
                weights.close();
            }
            return new Decoder(runtime, scope, config, names, arithmetic, fileType, body, table, pretrained.stopIds(), weights);
        } catch (HydraException | RuntimeException e) {
            scope.close();
            weights.close();
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
                    runtime, scope, config, config.family().names(), arithmetic, NumberType.F32, body, table, Set.copyOf(config.eosIds()), null);
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
        for (TensorInfo tensor : WeightLayout.body(config, null)) {
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
            boolean ready = parameter.tensor().type() == NumberType.F32 && !parameter.tensor().isMapped();
            if (ready || !names.test(parameter.name())) {
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

    private KernelShape shape(KernelText text) throws HydraException {
        return KernelShape.of(scope, text, config.heads(), config.kvHeads(), config.headDim(), kinds(config), config.rmsNormEps());
    }

    /** What is learnt beside the matrices of its layers; null where nothing is. */
    public @Nullable Adapter adapter() {
        return adapter;
    }

    /**
     * Begins to learn something beside the matrices of the layers: A is normal with the deviation that numbers of −1/√in to 1/√in have, as peft
     * begins, B is 0, so that the model does not change.
     *
     * @param seed of the numbers
     * @throws IllegalStateException where it does so already
     */
    public void adapt(Adapter with, long seed) throws HydraException {
        if (adapter != null) {
            throw new IllegalStateException("something is learnt beside the matrices already");
        }
        List<Weight> matrices = Adapter.matrices(config);
        KernelText text = config.kernel(arithmetic.compute(), arithmetic.casts())
                .withAdapter(with.part(), matrices.stream().map(Weight::kernelName).toList(), with.each(), with.scale());
        shape = shape(text);
        List<Weight> weights = config.block().weights();
        List<Tensor> grown = new ArrayList<>(body.subList(0, config.block().outer().size()));
        for (int layer = 0; layer < config.layers(); layer++) {
            List<Tensor> own = List.copyOf(layers(layer, layer + 1));
            grown.addAll(own);
            for (TensorInfo info : with.tensors(config)) {
                Tensor tensor = scope.zeros(info.shape());
                if (info.name().endsWith(Adapter.A)) {
                    DecoderKernel.normal(scope, tensor, 1 / Math.sqrt(3.0 * info.shape()[1]), seed + grown.size());
                }
                grown.add(tensor);
            }
            for (int i = 0; with.lengths() && i < matrices.size(); i++) {
                int place = grown.size() - 1 - with.each() * (matrices.size() - 1 - i);
                grown.get(place).close();
                grown.set(place, DecoderKernel.lengths(scope, own.get(weights.indexOf(matrices.get(i))), shape));
            }
        }
        body.clear();
        body.addAll(grown);
        adapter = with;
    }

    /**
     * A tensor of the body as it is where nothing is beside it: a matrix has what is learnt beside it added.
     *
     * @param number counted over the body without that, see {@link WeightLayout.Part}
     * @param call owns what is made for it
     */
    Tensor merged(int number, TensorScope call) throws HydraException {
        int outer = config.block().outer().size();
        List<Weight> weights = config.block().weights();
        if (number < outer || adapter == null) {
            return body.get(number);
        }
        int place = (number - outer) % weights.size();
        List<Tensor> layer = layers((number - outer) / weights.size(), (number - outer) / weights.size() + 1);
        int matrix = Adapter.matrices(config).indexOf(weights.get(place));
        if (matrix < 0) {
            return layer.get(place);
        }
        List<Tensor> parts = new ArrayList<>(List.of(layer.get(place)));
        int first = weights.size() + matrix * adapter.each();
        parts.addAll(layer.subList(first, first + adapter.each()));
        return DecoderKernel.merged(call, parts, shape);
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
        for (TensorInfo info : WeightLayout.parameters(config, adapter)) {
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
     * Cosines and sines of a text of so many tokens, or more: [T, length or more, 2, R/2], of each way to turn.
     *
     * @throws IllegalArgumentException beyond the context length
     */
    public Tensor rope(int length) throws HydraException {
        return ropes.of(length);
    }

    /**
     * Cosines and sines of the next position of texts of different lengths, each as is right for it: [T, B, 2, R/2].
     *
     * @param lengths tokens of each so far
     */
    Tensor turns(TensorScope call, int[] lengths) throws HydraException {
        int change = config.positions().changesAfter();
        int longest = Arrays.stream(lengths).max().orElse(0) + 1;
        Tensor places = call.ids(lengths, lengths.length);
        return longest > change && Arrays.stream(lengths).anyMatch(length -> length < change)
                ? DecoderKernel.either(call, rope(change), rope(longest), places, change)
                : DecoderKernel.pick(call, rope(longest), places);
    }

    /**
     * Writes the weights of body and own table, with what is learnt beside them added, as {@code model.safetensors} (sharded when large; in the type of the file that they are from
     * where they are kept in it, else in that of memory) and {@code config.json} into a folder that exists.
     */
    public void save(Path folder, Progress progress) throws HydraException {
        WeightExporter.model(this, folder, progress);
        config.write(folder, WeightExporter.dtype(keptType()));
    }

    /**
     * Writes what is learnt beside its matrices, and its tables, as {@link AdapterFolder} says; nothing where nothing is.
     *
     * @param base the model that it began with, for whoever loads it
     */
    public void saveAdapter(Path folder, Path base) throws HydraException {
        if (adapter != null) {
            AdapterFolder.write(this, adapter, base.toString(), folder);
        }
    }

    TensorScope scope() {
        return scope;
    }

    /** The tensors of the layers from {@code first} to before {@code end}. */
    List<Tensor> layers(int first, int end) {
        int outer = config.block().outer().size();
        int beside = adapter == null ? 0 : Adapter.matrices(config).size() * adapter.each();
        int each = config.block().weights().size() + beside;
        return body.subList(outer + first * each, outer + end * each);
    }

    @Override
    public void close() {
        table.close();
        scope.close();
        if (files != null) {
            files.close();
        }
    }
}
