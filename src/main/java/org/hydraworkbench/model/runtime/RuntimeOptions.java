package org.hydraworkbench.model.runtime;

/**
 * How a {@link TensorRuntime} is opened.
 *
 * @param device where tensors live
 * @param threads threads inside one tensor operation; 0 leaves PyTorch's choice, one for each physical core. Tensor results
 *     repeat bit for bit only with the same number of threads
 * @param precision in which numbers models are computed
 */
public record RuntimeOptions(DeviceChoice device, int threads, Precision precision) {

    public RuntimeOptions {
        if (threads < 0) {
            throw new IllegalArgumentException("threads must not be negative: " + threads);
        }
    }

    /** The best device, PyTorch's own number of threads, the precision that suits a model. */
    public static RuntimeOptions defaults() {
        return new RuntimeOptions(DeviceChoice.BEST, 0, Precision.AUTO);
    }

    public RuntimeOptions withDevice(DeviceChoice newDevice) {
        return new RuntimeOptions(newDevice, threads, precision);
    }

    public RuntimeOptions withThreads(int newThreads) {
        return new RuntimeOptions(device, newThreads, precision);
    }

    public RuntimeOptions withPrecision(Precision newPrecision) {
        return new RuntimeOptions(device, threads, newPrecision);
    }
}
