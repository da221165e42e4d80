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
import org.hydraworkbench.model.runtime.DecoderKernel.Heads;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;

/**
 * Which rows of a tensor of a Hugging Face file are which rows of which tensor of a body of ours. Ours are few: queries, keys and values share one
 * matrix, gate and up another, so that a layer makes four products instead of seven. They are called as in a Llama's files, whatever the files of
 * the family call them.
 */
final class WeightLayout {

    static final String INPUT = TableNames.INPUT;
    static final String HEAD = TableNames.HEAD;

    /**
     * Rows of a file's tensor inside one of ours.
     *
     * @param name name in the file
     * @param fileShape shape of the whole tensor there
     * @param fileRow first row there
     * @param rows how many
     * @param tensor which of our tensors, counted over the whole body
     * @param firstRow first row there
     * @param heads what order the rows have there
     * @param turned whether rows there are columns with us
     */
    record Part(String name, long[] fileShape, long fileRow, long rows, int tensor, long firstRow, Heads heads, boolean turned) {

        /** Numbers of a row. */
        long columns() {
            return fileShape.length == 1 ? 1 : fileShape[1];
        }

        /** The shape of these rows by themselves. */
        long[] shape() {
            return fileShape.length == 1 ? new long[] {rows} : new long[] {rows, columns()};
        }
    }

    private WeightLayout() {}

    /** All parts of a body, in order; those of one tensor of the file follow each other. */
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
        Heads heads = new Heads(config.headDim(), config.positions().turned(config.headDim()));
        for (FileTensor each : tensors) {
            long[] own = config.block().shape(each.weight(), config.sizes());
            boolean turned = each.order() == FileTensor.Order.COLUMNS;
            long rows = tensors.stream()
                    .filter(other -> other.name().equals(each.name()))
                    .mapToLong(FileTensor::rows)
                    .sum();
            parts.add(new Part(
                    prefix + each.name(),
                    own.length == 1 ? new long[] {rows} : new long[] {rows, own[turned ? 0 : 1]},
                    each.firstRow(),
                    each.rows(),
                    before + weights.indexOf(each.weight()),
                    each.ownFirstRow(),
                    each.order() == FileTensor.Order.HALVES ? heads : Heads.SAME,
                    turned));
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
    static List<TensorInfo> parameters(DecoderConfig config) {
        long[] table = {config.vocabularySize(), config.hiddenSize()};
        List<TensorInfo> parameters = new ArrayList<>();
        parameters.add(own(INPUT, table));
        parameters.add(own(config.tied() ? INPUT : HEAD, table));
        parameters.addAll(body(config));
        return parameters;
    }

    /** Names and shapes of our tensors of a body, in the kernel's order: the final norm, positions where they are learnt, the layers. */
    static List<TensorInfo> body(DecoderConfig config) {
        List<TensorInfo> tensors = new ArrayList<>();
        for (Weight weight : config.block().outer()) {
            tensors.add(own(weight.ownName(), config.block().shape(weight, config.sizes())));
        }
        for (int i = 0; i < config.layers(); i++) {
            for (Weight weight : config.block().weights()) {
                tensors.add(own("model.layers." + i + "." + weight.ownName(), config.block().shape(weight, config.sizes())));
            }
        }
        return tensors;
    }

    private static TensorInfo own(String name, long... shape) {
        return new TensorInfo(name, DType.F32, shape);
    }
}
