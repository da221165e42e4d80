package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hydraworkbench.model.family.Block;
import org.hydraworkbench.model.family.FileTensor;
import org.hydraworkbench.model.family.LayerWeight;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;

/**
 * Which rows of a tensor of a Hugging Face file are which rows of which tensor of ours. Ours are few: queries, keys and values share one matrix,
 * gate and up another, so that a layer makes four products instead of seven.
 */
final class WeightLayout {

    static final String INPUT = TableNames.INPUT;
    static final String HEAD = TableNames.HEAD;
    static final String NORM = "model.norm.weight";

    /**
     * Rows of a file's tensor inside one of ours.
     *
     * @param name name in the file
     * @param fileShape shape of the whole tensor there
     * @param fileRow first row there
     * @param rows how many
     * @param tensor which of our tensors, counted over all layers
     * @param firstRow first row there
     * @param headDim width of the heads whose halves are interleaved with us, or 0
     */
    record Part(String name, long[] fileShape, long fileRow, long rows, int tensor, long firstRow, int headDim) {

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

    /** All parts of all layers, in order; those of one tensor of the file follow each other. */
    static List<Part> parts(DecoderConfig config) {
        Block block = config.block();
        List<LayerWeight> weights = block.weights();
        List<FileTensor> tensors = config.family().tensors(block, config.sizes());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < config.layers(); i++) {
            for (FileTensor each : tensors) {
                long[] own = block.shape(each.weight(), config.sizes());
                long rows = tensors.stream()
                        .filter(other -> other.name().equals(each.name()))
                        .mapToLong(FileTensor::rows)
                        .sum();
                parts.add(new Part(
                        layer(i) + each.name(),
                        own.length == 1 ? new long[] {rows} : new long[] {rows, own[1]},
                        each.firstRow(),
                        each.rows(),
                        i * weights.size() + weights.indexOf(each.weight()),
                        each.ownFirstRow(),
                        each.turned() ? config.headDim() : 0));
            }
        }
        return parts;
    }

    /** Numbers that the file holds beside weights, in order. */
    static Map<String, Float> constants(DecoderConfig config) {
        Map<String, Float> constants = new TreeMap<>();
        for (int i = 0; i < config.layers(); i++) {
            String layer = layer(i);
            config.family().constants().forEach((name, value) -> constants.put(layer + name, value));
        }
        return constants;
    }

    private static String layer(int number) {
        return "model.layers." + number + ".";
    }

    /**
     * Names and shapes of all our tensors in the order in which the kernel takes them: input table, head (a tied one is the
     * input table again), final norm, then the layers.
     */
    static List<TensorInfo> parameters(DecoderConfig config) {
        long[] table = {config.vocabularySize(), config.hiddenSize()};
        List<TensorInfo> parameters = new ArrayList<>();
        parameters.add(own(INPUT, table));
        parameters.add(own(config.tied() ? INPUT : HEAD, table));
        parameters.add(own(NORM, config.hiddenSize()));
        parameters.addAll(layers(config));
        return parameters;
    }

    /** Names and shapes of our tensors of all layers, in the kernel's order. */
    static List<TensorInfo> layers(DecoderConfig config) {
        List<TensorInfo> tensors = new ArrayList<>();
        for (int i = 0; i < config.layers(); i++) {
            for (LayerWeight weight : config.block().weights()) {
                tensors.add(own(layer(i) + weight.ownName(), config.block().shape(weight, config.sizes())));
            }
        }
        return tensors;
    }

    private static TensorInfo own(String name, long... shape) {
        return new TensorInfo(name, DType.F32, shape);
    }
}
