package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.DecoderKernel.Heads;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;

/** Writes decoders and token tables under the names of Hugging Face files. */
final class WeightExporter {

    /** Rows are copied out of native memory in blocks of about this many numbers. */
    private static final long BLOCK = 1L << 24;

    /**
     * Rows of one of our tensors.
     *
     * @param info the whole tensor in the file; where it has further rows they are in the slices that follow
     * @param rows of the file
     * @param heads what order they have there
     * @param turned whether rows there are columns with us
     */
    private record Slice(TensorInfo info, Tensor tensor, long firstRow, long rows, Heads heads, boolean turned) {

        /** The numbers of {@code n} rows from {@code row} on as they lie in the file. */
        float[] values(TensorScope scope, long row, long n) throws HydraException {
            Tensor part = turned
                    ? DecoderKernel.partColumns(scope, tensor, firstRow + row, n)
                    : DecoderKernel.part(scope, tensor, firstRow + row, n, heads);
            return part.floats();
        }
    }

    private WeightExporter() {}

    /** Writes {@code model.safetensors}, sharded when large, into a folder that exists. */
    static void model(Decoder decoder, Path folder, Progress progress) throws HydraException {
        try (TensorScope scope = decoder.scope().child()) {
            model(decoder, scope, folder, progress);
        }
    }

    private static void model(Decoder decoder, TensorScope scope, Path folder, Progress progress) throws HydraException {
        List<Slice> slices = new ArrayList<>();
        FileNames names = decoder.names();
        DType type = dtype(decoder.keptType());
        slices.add(whole(names.inputTable(), type, decoder.table().input()));
        for (WeightLayout.Part part : WeightLayout.parts(decoder.config(), names)) {
            TensorInfo info = new TensorInfo(part.name(), type, part.fileShape());
            slices.add(new Slice(info, decoder.body().get(part.tensor()), part.firstRow(), part.rows(), part.heads(), part.turned()));
        }
        for (Map.Entry<String, Float> constant : WeightLayout.constants(decoder.config(), names).entrySet()) {
            Tensor number = scope.floats(new float[] {constant.getValue()}, 1);
            slices.add(new Slice(new TensorInfo(constant.getKey(), type, new long[0]), number, 0, 1, Heads.SAME, false));
        }
        if (!decoder.table().tied()) {
            slices.add(whole(names.headTable(), type, decoder.table().head()));
        }
        try (SafetensorsWriter writer =
                SafetensorsWriter.model(folder, infos(slices), SafetensorsWriter.DEFAULT_SHARD_BYTES)) {
            write(slices, decoder.scope(), writer, progress);
        }
    }

    /** What files call a type. */
    static DType dtype(NumberType type) {
        return switch (type) {
            case F32 -> DType.F32;
            case F16 -> DType.F16;
            case BF16 -> DType.BF16;
        };
    }

    /** Writes tensors under the given names, in order, into one file, each in its own type. */
    static void tensors(Path file, List<String> names, List<Tensor> tensors, TensorScope owner) throws HydraException {
        List<Slice> slices = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            slices.add(whole(names.get(i), dtype(tensors.get(i).type()), tensors.get(i)));
        }
        try (SafetensorsWriter writer = SafetensorsWriter.file(file, infos(slices))) {
            write(slices, owner, writer, Progress.none());
        }
    }

    private static Slice whole(String name, DType type, Tensor tensor) {
        return new Slice(new TensorInfo(name, type, tensor.shape()), tensor, 0, tensor.size(0), Heads.SAME, false);
    }

    private static List<TensorInfo> infos(List<Slice> slices) {
        return slices.stream().map(Slice::info).distinct().toList();
    }

    private static void write(List<Slice> slices, TensorScope owner, SafetensorsWriter writer, Progress progress)
            throws HydraException {
        long done = 0;
        for (Slice slice : slices) {
            long rows = slice.rows();
            long unit = Math.max(1, slice.heads().width());
            long atOnce = Math.max(unit, BLOCK / slice.info().rowElements() / unit * unit);
            for (long row = 0; row < rows; row += atOnce) {
                progress.checkCancelled();
                try (TensorScope scope = owner.child()) {
                    long n = Math.min(atOnce, rows - row);
                    float[] values = slice.values(scope, row, n);
                    writer.append(slice.info().name(), values, values.length);
                }
            }
            progress.update(++done, slices.size());
        }
        writer.finish();
    }
}
