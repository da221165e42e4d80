package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.model.family.Block;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.family.FileTensor;
import org.hydraworkbench.model.family.Weight;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which tensor of a Hugging Face file is which tensor of a body of ours: each is one, as it lies there, but for norms that add something, whose two
 * are one here. Ours are called as in a Llama's files, whatever the files of the family call them.
 */
final class WeightLayout {

    static final String INPUT = TableNames.INPUT;
    static final String HEAD = TableNames.HEAD;

    /**
     * A file's tensor inside one of ours.
     *
     * @param name name in the file
     * @param shape its shape
     * @param tensor which of our tensors, counted over the whole body
     * @param firstRow its first row there
     * @param whole whether it is all of that
     */
    record Part(String name, long[] shape, int tensor, long firstRow, boolean whole) {}

    private WeightLayout() {}

    /** All parts of a body, in order; those of one tensor of ours follow each other. */
    static List<Part> parts(DecoderConfig config, FileNames names) {
        Block block = config.block();
        List<Part> parts = new ArrayList<>();
        add(parts, config, "", names.outer(block, config.sizes()), block.outer(), 0);
        List<FileTensor> tensors = config.family().tensors(block, config.sizes());
        for (int i = 0; i < config.layers(); i++) {
            int before = block.outer().size() + i * block.weights().size();
            add(parts, config, names.layer(i), tensors, block.weights(), before);
        }
        return parts;
    }

    /**
     * Adds those of some weights.
     *
     * @param prefix what stands before the names
     * @param before how many of our tensors come before those of these weights
     */
    private static void add(
            List<Part> parts, DecoderConfig config, String prefix, List<FileTensor> tensors, List<Weight> weights, int before) {
        for (FileTensor each : tensors) {
            long[] shape = config.block().shape(each.weight(), config.sizes());
            long halves = tensors.stream().filter(other -> other.weight() == each.weight()).count();
            shape[0] /= halves;
            parts.add(new Part(prefix + each.name(), shape, before + weights.indexOf(each.weight()), each.firstRow(), halves == 1));
        }
    }

    /** Numbers that the file holds beside weights, in order. */
    static Map<String, Float> constants(DecoderConfig config, FileNames names) {
        Map<String, Float> constants = new TreeMap<>();
        for (int i = 0; i < config.layers(); i++) {
            String layer = names.layer(i);
            config.family().constants().forEach((name, value) -> constants.put(layer + name, value));
        }
        return constants;
    }

    /**
     * Names and shapes of all our tensors in the order in which the kernel takes them: input table, head (a tied one is the
     * input table again), then the body.
     */
    static List<TensorInfo> parameters(DecoderConfig config, @Nullable Adapter adapter) {
        long[] table = {config.vocabularySize(), config.hiddenSize()};
        List<TensorInfo> parameters = new ArrayList<>();
        parameters.add(own(INPUT, table));
        parameters.add(own(config.tied() ? INPUT : HEAD, table));
        parameters.addAll(body(config, adapter));
        return parameters;
    }

    /**
     * Names and shapes of our tensors of a body, in the kernel's order: the final norm, positions where they are learnt, the layers, each with what is
     * learnt beside its matrices, if anything is.
     */
    static List<TensorInfo> body(DecoderConfig config, @Nullable Adapter adapter) {
        List<TensorInfo> tensors = new ArrayList<>();
        for (Weight weight : config.block().outer()) {
            tensors.add(own(weight.ownName(), config.block().shape(weight, config.sizes())));
        }
        for (int i = 0; i < config.layers(); i++) {
            for (Weight weight : config.block().weights()) {
                tensors.add(own(layer(i) + weight.ownName(), config.block().shape(weight, config.sizes())));
            }
            if (adapter != null) {
                for (TensorInfo beside : adapter.tensors(config)) {
                    tensors.add(beside.named(layer(i) + beside.name()));
                }
            }
        }
        return tensors;
    }

    /** What stands before the names of what is in a layer. */
    static String layer(int number) {
        return "model.layers." + number + ".";
    }

    private static TensorInfo own(String name, long... shape) {
        return new TensorInfo(name, DType.F32, shape);
    }
}
