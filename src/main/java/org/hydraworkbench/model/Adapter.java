package org.hydraworkbench.model;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.model.family.Weight;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.TensorInfo;

/**
 * What is learnt beside the matrices of all layers, which themselves stay as they are: of each, [out, in], two narrow ones, A [r, in] and B [out, r],
 * whose product times α / r is added (LoRA, Hu et al. 2021), and with DoRA (Liu et al. 2024) the lengths m [out] that its rows then have.
 *
 * @param lengths whether these are learnt too
 * @param rank r
 * @param alpha α
 */
public record Adapter(boolean lengths, int rank, double alpha) {

    /** Behind the name of a matrix's module, what its A is called. */
    static final String A = ".lora_A.weight";

    /** What its B is called. */
    static final String B = ".lora_B.weight";

    /** What its m is called. */
    static final String M = ".lora_magnitude_vector";

    private static final String WEIGHT = ".weight";

    /** What the product is multiplied by. */
    double scale() {
        return alpha / rank;
    }

    /** How many tensors a matrix has beside it. */
    int each() {
        return lengths ? 3 : 2;
    }

    /** The kernel's part. */
    String part() {
        return lengths ? "dora" : "lora";
    }

    /** The matrices of a layer. */
    static List<Weight> matrices(DecoderConfig config) {
        return config.block().weights().stream().filter(Weight::isMatrix).toList();
    }

    /** Names, behind that of the layer, and shapes of what a layer has beside its matrices. */
    List<TensorInfo> tensors(DecoderConfig config) {
        List<TensorInfo> tensors = new ArrayList<>();
        for (Weight matrix : matrices(config)) {
            String module = module(matrix.ownName());
            long[] shape = config.block().upright(matrix, config.sizes());
            tensors.add(new TensorInfo(module + A, DType.F32, new long[] {rank, shape[1]}));
            tensors.add(new TensorInfo(module + B, DType.F32, new long[] {shape[0], rank}));
            if (lengths) {
                tensors.add(new TensorInfo(module + M, DType.F32, new long[] {shape[0]}));
            }
        }
        return tensors;
    }

    /** Whether a parameter of this name is one of them. */
    public static boolean isPart(String name) {
        return name.endsWith(A) || name.endsWith(B) || name.endsWith(M);
    }

    /** The name of the module whose matrix has a name. */
    static String module(String matrix) {
        return matrix.substring(0, matrix.length() - WEIGHT.length());
    }
}
