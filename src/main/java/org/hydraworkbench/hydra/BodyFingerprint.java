package org.hydraworkbench.hydra;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.TreeSet;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TensorInfo;

/**
 * Tells bodies apart: a hash of the names, shapes and numbers of all tensors but the tables. Numbers are hashed as float32, so that a body
 * in bfloat16 is the same when it is written in float32, as training does with a body that it leaves alone.
 */
final class BodyFingerprint {

    private static final int BLOCK = 1 << 20;

    private BodyFingerprint() {}

    /** Of a model folder, all of which is read. */
    static String of(Path model, Progress progress) throws HydraException {
        MessageDigest digest = Hashes.sha256();
        try (EmbeddingTables tables = EmbeddingTables.open(model)) {
            ModelWeights weights = tables.weights();
            TreeSet<String> names = new TreeSet<>(weights.names());
            tables.files().tables().forEach(names::remove);
            int done = 0;
            for (String name : names) {
                TensorInfo info = weights.info(name);
                digest.update((name + Arrays.toString(info.shape())).getBytes(StandardCharsets.UTF_8));
                add(weights, info, digest, progress);
                progress.update(++done, names.size());
            }
        }
        return Hashes.hex(digest.digest());
    }

    private static void add(ModelWeights weights, TensorInfo info, MessageDigest digest, Progress progress) throws HydraException {
        int width = Math.toIntExact(info.rowElements());
        int rows = Math.max(1, BLOCK / Math.max(1, width));
        float[] values = new float[Math.multiplyExact(rows, width)];
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, Float.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        for (long row = 0; row < info.rows() && info.elements() > 0; row += rows) {
            progress.checkCancelled();
            int some = (int) Math.min(rows, info.rows() - row);
            weights.floats(info.name(), row, some, values);
            bytes.clear().asFloatBuffer().put(values, 0, some * width);
            digest.update(bytes.limit(some * width * Float.BYTES));
        }
    }
}
