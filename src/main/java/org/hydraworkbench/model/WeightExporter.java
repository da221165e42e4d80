package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.runtime.DecoderKernel;
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
     * A tensor of the file that is rows of one of ours.
     *
     * @param info the tensor in the file
     * @param tensor ours
     * @param firstRow its first row in ours
     */
    private record Slice(TensorInfo info, Source tensor, long firstRow) {

        long rows() {
            return info.shape().length == 0 ? 1 : info.shape()[0];
        }
    }

    /** Where numbers are, or are made. */
    @FunctionalInterface
    private interface Source {

        /** @param call owns what is made */
        Tensor in(TensorScope call) throws HydraException;
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
            slices.add(new Slice(new TensorInfo(part.name(), type, part.shape()), call -> decoder.merged(part.tensor(), call), part.firstRow()));
        }
        for (Map.Entry<String, Float> constant : WeightLayout.constants(decoder.config(), names).entrySet()) {
            Tensor number = scope.floats(new float[] {constant.getValue()}, 1);
            slices.add(new Slice(new TensorInfo(constant.getKey(), type, new long[0]), call -> number, 0));
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
        return new Slice(new TensorInfo(name, type, tensor.shape()), call -> tensor, 0);
    }

    private static List<TensorInfo> infos(List<Slice> slices) {
        return slices.stream().map(Slice::info).toList();
    }

    private static void write(List<Slice> slices, TensorScope owner, SafetensorsWriter writer, Progress progress)
            throws HydraException {
        long done = 0;
        for (Slice slice : slices) {
            long rows = slice.rows();
            long atOnce = Math.max(1, BLOCK / slice.info().rowElements());
            try (TensorScope whole = owner.child()) {
                Tensor tensor = slice.tensor().in(whole);
                for (long row = 0; row < rows; row += atOnce) {
                    progress.checkCancelled();
                    try (TensorScope scope = whole.child()) {
                        float[] values = DecoderKernel.part(scope, tensor, slice.firstRow() + row, Math.min(atOnce, rows - row)).floats();
                        writer.append(slice.info().name(), values, values.length);
                    }
                }
            }
            progress.update(++done, slices.size());
        }
        writer.finish();
    }
}
