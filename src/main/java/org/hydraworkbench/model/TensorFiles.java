package org.hydraworkbench.model;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.SafetensorsFile;

/** Float32 tensors in a safetensors file of our own, without any meaning: the moments of an optimiser, for example. */
public final class TensorFiles {

    private TensorFiles() {}

    /** Writes tensors under the given names, in order. */
    public static void write(Path file, List<String> names, List<Tensor> tensors, TensorScope scope) throws HydraException {
        WeightExporter.tensors(file, names, tensors, scope);
    }

    /**
     * Copies what {@link #write} wrote into tensors of the same shapes.
     *
     * @throws InputException when a tensor is missing or has another shape
     */
    public static void read(Path file, List<String> names, List<Tensor> into, TensorScope scope) throws HydraException {
        try (SafetensorsFile source = SafetensorsFile.open(file)) {
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                if (source.info(name).dtype() != DType.F32
                        || !Arrays.equals(source.info(name).shape(), into.get(i).shape())) {
                    throw InputException.in(file, "tensor " + name + " is " + source.info(name) + ", which does not fit");
                }
                Tensor tensor = into.get(i);
                source.read(name, bytes -> {
                    DecoderKernel.load(scope, tensor, bytes, NumberType.F32, 0);
                    return tensor;
                });
            }
        }
    }
}
