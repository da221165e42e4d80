package org.hydraworkbench.model;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.TensorInfo;
import org.hydraworkbench.weights.TensorSource;

/** Makes tensors of the weights in files: copies, or such as stay in the files where the arithmetic says so; these must then stay open. */
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
            requireFit(part.name(), part.shape());
        }
        for (Map.Entry<String, Float> constant : WeightLayout.constants(config, names).entrySet()) {
            requireConstant(constant.getKey(), constant.getValue());
        }
        List<Tensor> tensors = new ArrayList<>();
        List<TensorInfo> own = WeightLayout.body(config, null);
        for (int i = 0; i < parts.size(); i++) {
            progress.checkCancelled();
            WeightLayout.Part part = parts.get(i);
            if (part.whole()) {
                tensors.add(whole(part.name(), own.get(part.tensor()).shape()));
            } else {
                NumberType type = check(part.name(), part.shape());
                if (part.firstRow() == 0) {
                    tensors.add(owner.zeros(arithmetic.of(type), own.get(part.tensor()).shape()));
                }
                load(part.name(), tensors.getLast(), type, part.firstRow());
            }
            progress.update(i + 1, parts.size());
        }
        return tensors;
    }

    /** Zeros of the right shapes for all tensors of a body, float32. */
    static List<Tensor> allocate(DecoderConfig config, TensorScope owner) throws HydraException {
        List<Tensor> tensors = new ArrayList<>();
        for (TensorInfo tensor : WeightLayout.body(config, null)) {
            tensors.add(owner.zeros(tensor.shape()));
        }
        return tensors;
    }

    /** One whole tensor of the file, one of the body's or a table; {@code shape} is what it must be. */
    Tensor whole(String name, long... shape) throws HydraException {
        NumberType type = check(name, shape);
        if (arithmetic.maps(type)) {
            Optional<Tensor> mapped = source.read(name, bytes -> bytes.byteSize() <= Integer.MAX_VALUE && bytes.address() % type.bytes() == 0
                    ? Optional.of(DecoderKernel.mapped(owner, bytes, type, shape))
                    : Optional.empty());
            if (mapped.isPresent()) {
                return mapped.get();
            }
        }
        Tensor tensor = owner.zeros(arithmetic.of(type), shape);
        load(name, tensor, type, 0);
        return tensor;
    }

    private void load(String name, Tensor into, NumberType type, long start) throws HydraException {
        source.read(name, bytes -> {
            DecoderKernel.load(owner, into, bytes, type, start);
            return into;
        });
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
