package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;

/**
 * Which tensor of a Hugging Face file is which rows of which tensor of ours. Ours are fewer: queries, keys and values share
 * one matrix, gate and up another, so that a layer makes four products instead of seven.
 */
final class WeightLayout {

    /** Our tensors of a layer. */
    static final int PER_LAYER = 6;

    static final String INPUT = TableNames.INPUT;
    static final String HEAD = TableNames.HEAD;
    static final String NORM = "model.norm.weight";

    private static final int ATTENTION_NORM = 0;
    private static final int QKV = 1;
    private static final int OUTPUT = 2;
    private static final int FEED_NORM = 3;
    private static final int GATE_UP = 4;
    private static final int DOWN = 5;

    /**
     * A file's tensor inside one of ours.
     *
     * @param name name in the file
     * @param tensor which of our tensors, counted over all layers
     * @param firstRow first row there
     * @param shape shape in the file
     * @param headDim width of the heads whose halves are interleaved with us, or 0
     */
    record Part(String name, int tensor, long firstRow, long[] shape, int headDim) {}

    private WeightLayout() {}

    /** All parts of all layers, in order. */
    static List<Part> parts(DecoderConfig config) {
        List<Part> parts = new ArrayList<>();
        long hidden = config.hiddenSize();
        long queries = (long) config.heads() * config.headDim();
        long keys = (long) config.kvHeads() * config.headDim();
        long inner = config.intermediateSize();
        for (int i = 0; i < config.layers(); i++) {
            String layer = "model.layers." + i + ".";
            int at = i * PER_LAYER;
            int turned = config.headDim();
            parts.add(vector(layer + "input_layernorm.weight", at + ATTENTION_NORM, hidden));
            parts.add(matrix(layer + "self_attn.q_proj.weight", at + QKV, 0, queries, hidden, turned));
            parts.add(matrix(layer + "self_attn.k_proj.weight", at + QKV, queries, keys, hidden, turned));
            parts.add(matrix(layer + "self_attn.v_proj.weight", at + QKV, queries + keys, keys, hidden, 0));
            parts.add(matrix(layer + "self_attn.o_proj.weight", at + OUTPUT, 0, hidden, queries, 0));
            parts.add(vector(layer + "post_attention_layernorm.weight", at + FEED_NORM, hidden));
            parts.add(matrix(layer + "mlp.gate_proj.weight", at + GATE_UP, 0, inner, hidden, 0));
            parts.add(matrix(layer + "mlp.up_proj.weight", at + GATE_UP, inner, inner, hidden, 0));
            parts.add(matrix(layer + "mlp.down_proj.weight", at + DOWN, 0, hidden, inner, 0));
        }
        return parts;
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

    /** Names and shapes of our tensors of all layers, in the kernel's order, {@value #PER_LAYER} a layer. */
    static List<TensorInfo> layers(DecoderConfig config) {
        long hidden = config.hiddenSize();
        long queries = (long) config.heads() * config.headDim();
        long keys = (long) config.kvHeads() * config.headDim();
        long inner = config.intermediateSize();
        List<TensorInfo> tensors = new ArrayList<>();
        for (int i = 0; i < config.layers(); i++) {
            String layer = "model.layers." + i + ".";
            tensors.add(own(layer + "input_layernorm.weight", hidden));
            tensors.add(own(layer + "self_attn.qkv_proj.weight", queries + 2 * keys, hidden));
            tensors.add(own(layer + "self_attn.o_proj.weight", hidden, queries));
            tensors.add(own(layer + "post_attention_layernorm.weight", hidden));
            tensors.add(own(layer + "mlp.gate_up_proj.weight", 2 * inner, hidden));
            tensors.add(own(layer + "mlp.down_proj.weight", hidden, inner));
        }
        return tensors;
    }

    private static TensorInfo own(String name, long... shape) {
        return new TensorInfo(name, DType.F32, shape);
    }

    private static Part vector(String name, int tensor, long size) {
        return new Part(name, tensor, 0, new long[] {size}, 0);
    }

    private static Part matrix(String name, int tensor, long firstRow, long rows, long columns, int headDim) {
        return new Part(name, tensor, firstRow, new long[] {rows, columns}, headDim);
    }
}
