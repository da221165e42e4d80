package org.hydraworkbench.model.runtime;

import org.hydraworkbench.base.HydraException;

/**
 * The plain numbers of a decoder as the kernel reads them; made once for a decoder.
 *
 * @param kernel the arithmetic of the models of its kind
 * @param sizes query heads, key-value heads, head width
 * @param kinds two numbers for each layer: by which of the rotary tables it turns, and 1 where it looks through the window, else 0
 * @param epsilon what the norms add to the mean square
 */
public record KernelShape(Kernel kernel, Tensor sizes, Tensor kinds, Tensor epsilon) {

    /** Makes the numbers in {@code scope}. */
    public static KernelShape of(TensorScope scope, KernelText text, int heads, int kvHeads, int headDim, long[] kinds, double epsilon)
            throws HydraException {
        return new KernelShape(scope.runtime().kernel(text), scope.hostLongs(heads, kvHeads, headDim), scope.hostLongs(kinds), scope.hostDoubles(epsilon));
    }
}
