package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.SafetensorsFile;

/**
 * How the weights of layers once lay in our own files, checkpoints of trainings: queries, keys and values were rows of one tensor, gate and up of
 * another, and the pairs of a head that turn together lay side by side.
 */
public final class EarlierLayout {

    private static final Map<String, String> FUSED = Map.of(
            "self_attn.q_proj.", "self_attn.qkv_proj.",
            "self_attn.k_proj.", "self_attn.qkv_proj.",
            "self_attn.v_proj.", "self_attn.qkv_proj.",
            "mlp.gate_proj.", "mlp.gate_up_proj.",
            "mlp.up_proj.", "mlp.gate_up_proj.");

    private final DecoderConfig config;

    /**
     * That of the files of a model.
     *
     * @throws UsageException where its layers are of another kind, whose files cannot be told from those of today
     */
    public EarlierLayout(DecoderConfig config) throws UsageException {
        if (!config.block().isPlain()) {
            throw new UsageException("A training of a model of this family that an earlier version of the program began cannot be gone on with; begin a new one.");
        }
        this.config = config;
    }

    /** What the tensor was called that has the one of today of this name, or a part of such a name. */
    public String then(String name) {
        boolean gated = config.block().isGated();
        for (Map.Entry<String, String> each : FUSED.entrySet()) {
            if (name.contains(each.getKey()) && (gated || !each.getValue().startsWith("mlp."))) {
                return name.replace(each.getKey(), each.getValue());
            }
        }
        return name;
    }

    /**
     * Copies tensors of such a file into those of today.
     *
     * @param names of today
     * @param then what each of them is called in the file, as a whole or a part of another
     */
    public void read(Path file, List<String> names, List<String> then, List<Tensor> into, TensorScope owner) throws HydraException {
        try (SafetensorsFile source = SafetensorsFile.open(file)) {
            for (int i = 0; i < names.size(); i++) {
                Tensor tensor = into.get(i);
                int rows = tensor.size(0);
                float[] values = new float[Math.toIntExact(tensor.count())];
                source.floats(then.get(i), firstRow(names.get(i)), rows, values);
                if (isTurned(names.get(i))) {
                    values = halves(values, rows);
                }
                try (TensorScope scope = owner.child()) {
                    long[] every = LongStream.range(0, rows).toArray();
                    DecoderKernel.setRows(scope, tensor, scope.longs(every, rows), scope.floats(values, tensor.shape()));
                }
            }
        }
    }

    private long firstRow(String name) {
        long queries = (long) config.heads() * config.headDim();
        if (name.contains("self_attn.k_proj.")) {
            return queries;
        }
        if (name.contains("self_attn.v_proj.")) {
            return queries + (long) config.kvHeads() * config.headDim();
        }
        return name.contains("mlp.up_proj.") && config.block().isGated() ? config.sizes().inner() : 0;
    }

    private boolean isTurned(String name) {
        return config.block().turnsHalves() && name.matches(".*self_attn\\.[qk]_(proj|norm)\\..*");
    }

    /** Rows whose pairs lay side by side, in the two halves of each head. */
    private float[] halves(float[] values, int rows) {
        int width = config.headDim();
        int columns = values.length / rows;
        float[] result = new float[values.length];
        for (int row = 0; row < rows; row++) {
            int place = row % width;
            int from = row - place + (place < width / 2 ? 2 * place : 2 * (place - width / 2) + 1);
            System.arraycopy(values, from * columns, result, row * columns, columns);
        }
        return result;
    }
}
