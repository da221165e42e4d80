package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.EarlierLayout;
import org.hydraworkbench.model.TensorFiles;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.jspecify.annotations.Nullable;

/**
 * A file of tensors in a checkpoint.
 *
 * @param file which
 * @param earlier how they lie there; null where as today
 */
record SavedTensors(Path file, @Nullable EarlierLayout earlier) {

    /** Copies those of some names. */
    void read(List<String> names, List<Tensor> into, TensorScope scope) throws HydraException {
        if (earlier == null) {
            TensorFiles.read(file, names, into, scope);
        } else {
            earlier.read(file, names, names.stream().map(earlier::then).toList(), into, scope);
        }
    }

    /**
     * Copies those of parameters that are called by their places among all trained ones, as they once were.
     *
     * @param kind what stands before the places, and before the names
     * @param order names of all trained parameters in their order
     */
    void readByPlace(String kind, List<String> names, List<String> order, List<Tensor> into, TensorScope scope) throws HydraException {
        if (earlier == null) {
            throw new IllegalStateException(file + ": tensors have names today");
        }
        List<String> then = order.stream().map(earlier::then).distinct().toList();
        List<String> places = names.stream().map(name -> kind + then.indexOf(earlier.then(name))).toList();
        earlier.read(file, names, places, into, scope);
    }
}
