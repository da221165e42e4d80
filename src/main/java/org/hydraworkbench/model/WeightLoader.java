package org.hydraworkbench.model;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.DecoderKernel.Heads;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.TensorInfo;
import org.hydraworkbench.weights.TensorSource;

/** Copies weights out of mapped files into tensors of our own; the files can be closed afterwards. */
final class WeightLoader {

    private static final double ROUNDING = .01;

    private final TensorSource source;
    private final TensorScope owner;
    private final Arithmetic arithmetic;

    WeightLoader(TensorSource source, TensorScope owner, Arithmetic arithmetic) {
        this.source = source;
        this.owner = owner;
        this.arithmetic = arithmetic;
    }

    /** All tensors of a body, in the kernel's order. */
    List<Tensor> body(DecoderConfig config, FileNames names, Progress progress) throws HydraException {
        List<WeightLayout.Part> parts = WeightLayout.parts(config, names);
        // Before there is memory asked for: config.json may say anything.
        for (WeightLayout.Part part : parts) {
            requireFit(part.name(), part.fileShape());
        }
        for (Map.Entry<String, Float> constant : WeightLayout.constants(config, names).entrySet()) {
            requireConstant(constant.getKey(), constant.getValue());
        }
        List<Tensor> tensors = new ArrayList<>();
        List<TensorInfo> own = WeightLayout.body(config);
        for (int i = 0; i < own.size(); i++) {
            tensors.add(owner.zeros(type(parts, i), own.get(i).shape()));
        }
        long done = 0;
        for (WeightLayout.Part part : parts) {
            progress.checkCancelled();
            load(part, tensors.get(part.tensor()));
            progress.update(++done, parts.size());
        }
        return tensors;
    }

    /** The type of one of our tensors: that of all its parts in the file, or float32 where they are of several. */
    private NumberType type(List<WeightLayout.Part> parts, int tensor) throws HydraException {
        Set<NumberType> types = EnumSet.noneOf(NumberType.class);
        for (WeightLayout.Part part : parts) {
            if (part.tensor() == tensor) {
                types.add(check(part.name(), part.fileShape()));
            }
        }
        return arithmetic.of(types.size() == 1 ? types.iterator().next() : NumberType.F32);
    }

    /** Zeros of the right shapes for all tensors of a body, float32. */
    static List<Tensor> allocate(DecoderConfig config, TensorScope owner) throws HydraException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorInfo tensor : WeightLayout.body(config)) {
            tensors.add(owner.zeros(tensor.shape()));
        }
        return tensors;
    }

    /** One whole tensor of the file; {@code shape} is what it must be. */
    Tensor whole(String name, long... shape) throws HydraException {
        NumberType type = check(name, shape);
        Tensor tensor = owner.zeros(arithmetic.of(type), shape);
        return source.read(name, bytes -> {
            DecoderKernel.load(owner, tensor, bytes, type, 0);
            return tensor;
        });
    }

    private void load(WeightLayout.Part part, Tensor into) throws HydraException {
        NumberType type = check(part.name(), part.fileShape());
        if (part.heads().equals(Heads.SAME) && !part.turned()) {
            source.read(part.name(), bytes -> {
                DecoderKernel.load(owner, into, rows(bytes, part), type, part.firstRow() * part.columns());
                return into;
            });
            return;
        }
        try (TensorScope scope = owner.child()) {
            Tensor rows = scope.zeros(part.shape());
            source.read(part.name(), bytes -> {
                DecoderKernel.load(scope, rows, rows(bytes, part), type, 0);
                return rows;
            });
            if (part.turned()) {
                DecoderKernel.columns(scope, into, rows, part.firstRow());
            } else {
                DecoderKernel.interleave(scope, into, rows, part.firstRow(), part.heads());
            }
        }
    }

    /** What is the same in all models of the family, but for its rounding, must be so in this one. */
    private void requireConstant(String name, float wanted) throws HydraException {
        if (source.has(name)) {
            float[] found = source.floats(name);
            if (found.length != 1 || Math.abs(found[0] - wanted) > ROUNDING * Math.abs(wanted)) {
                throw InputException.in(source.location(), "tensor " + name + " is " + Arrays.toString(found) + "; only " + wanted + " is supported");
            }
        }
    }

    private static MemorySegment rows(MemorySegment tensor, WeightLayout.Part part) {
        long row = tensor.byteSize() / part.fileShape()[0];
        return tensor.asSlice(part.fileRow() * row, part.rows() * row);
    }

    private void requireFit(String name, long[] shape) throws InputException {
        TensorInfo info = source.info(name);
        if (!Arrays.equals(info.shape(), shape)) {
            throw InputException.in(
                    source.location(),
                    "tensor " + name + " is " + Arrays.toString(info.shape()) + ", but config.json asks for " + Arrays.toString(shape));
        }
    }

    private NumberType check(String name, long[] shape) throws InputException {
        requireFit(name, shape);
        return type(source, name);
    }

    /** The type of a tensor in a file. */
    static NumberType type(TensorSource source, String name) throws InputException {
        TensorInfo info = source.info(name);
        return switch (info.dtype()) {
            case F32 -> NumberType.F32;
            case F16 -> NumberType.F16;
            case BF16 -> NumberType.BF16;
            default -> throw InputException.in(
                    source.location(), "tensor " + name + " has type " + info.dtype() + "; F32, F16 or BF16 is needed");
        };
    }
}
