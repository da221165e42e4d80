package org.hydraworkbench.model.runtime;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method of the decoder kernel: arguments in the method's order, then {@link #run}. Results belong to the scope
 * the call was made in.
 */
final class KernelCall {

    private final TensorScope scope;
    private final Kernel kernel;
    private final String method;
    private final NDList arguments = new NDList();
    private final List<@Nullable String> names = new ArrayList<>();
    private final List<Boolean> ofHost = new ArrayList<>();
    private int lists;
    private boolean keepsGraph;

    private KernelCall(TensorScope scope, Kernel kernel, String method) throws HydraException {
        this.scope = scope;
        this.kernel = kernel;
        this.method = method;
        add(scope.marker(), "module_method:" + method);
    }

    /** A call of a method that is the same in every kernel; results go to {@code scope}. */
    static KernelCall of(TensorScope scope, String method) throws HydraException {
        return new KernelCall(scope, scope.runtime().common(), method);
    }

    /** A call of a method of one kind of models; results go to {@code scope}. */
    static KernelCall of(TensorScope scope, KernelShape shape, String method) throws HydraException {
        return new KernelCall(scope, shape.kernel(), method);
    }

    /** The next argument, a tensor. */
    KernelCall with(Tensor argument) {
        ofHost.add(argument.isOfHost());
        return add(argument.array(), null);
    }

    /** The next argument, a list of tensors, at least one. */
    KernelCall withList(List<Tensor> argument) {
        if (argument.isEmpty()) {
            throw new IllegalArgumentException(method + ": an empty list cannot be passed");
        }
        String name = "list" + lists++ + "[]";
        ofHost.add(argument.stream().anyMatch(Tensor::isOfHost));
        for (Tensor each : argument) {
            add(each.array(), name);
        }
        return this;
    }

    /**
     * Runs outside PyTorch's inference mode, so that gradients can be computed inside and so that results may take part in
     * later gradients. Without this, results can never do so.
     */
    KernelCall training() {
        keepsGraph = true;
        return this;
    }

    /**
     * Runs it.
     *
     * @throws HydraException when memory runs out, or an argument or the scope was closed
     */
    List<Tensor> run() throws HydraException {
        // DJL tells the method, lists and single tensors apart by the names of the arrays.
        for (int i = 0; i < names.size(); i++) {
            arguments.get(i).setName(names.get(i));
        }
        for (int i = 0; i < names.size(); i++) {
            if (!Objects.equals(arguments.get(i).getName(), names.get(i))) {
                throw new IllegalArgumentException(method + ": one tensor cannot be passed as two arguments of a call");
            }
        }
        assert isEachWhereItIsUsed() : method + ": " + kernel.methods().uses(method) + " of arguments that are on the host: " + ofHost;
        return scope.runtime().forward(kernel, method, arguments, keepsGraph);
    }

    /** Whether all that the method reads as plain numbers is on the host, and what it computes with is not. */
    private boolean isEachWhereItIsUsed() {
        List<KernelMethods.Use> uses = kernel.methods().uses(method);
        boolean fits = uses.size() == ofHost.size();
        for (int i = 0; fits && i < uses.size(); i++) {
            fits = uses.get(i) == KernelMethods.Use.NONE || ofHost.get(i) == (uses.get(i) == KernelMethods.Use.READ);
        }
        return fits;
    }

    private KernelCall add(NDArray array, @Nullable String name) {
        arguments.add(array);
        names.add(name);
        return this;
    }
}
