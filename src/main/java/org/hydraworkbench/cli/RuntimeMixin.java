package org.hydraworkbench.cli;

import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import picocli.CommandLine.Option;

/** The options of every command that computes with tensors. */
final class RuntimeMixin {

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            defaultValue = "best",
            description = "best (a CUDA device where there is one), cpu or gpu (${DEFAULT-VALUE}).")
    private DeviceChoice device = DeviceChoice.BEST;

    @Within(least = 0, most = Within.THREADS)
    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "Threads of a tensor operation; 0 takes one for each core. Results repeat with the same number.")
    private int threads;

    @Option(
            names = "--precision",
            paramLabel = "TYPE",
            defaultValue = "auto",
            description = "Numbers that models are computed in: float32, bfloat16, or auto, bfloat16 for large models where the device is fast at it (${DEFAULT-VALUE}).")
    private Precision precision = Precision.AUTO;

    /** The threads of work that no tensors take part in. */
    int threads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    RuntimeOptions options() {
        return new RuntimeOptions(device, threads, precision);
    }

    /** Opens the tensor runtime; the caller closes it. */
    TensorRuntime open() throws HydraException {
        return TensorRuntime.open(options());
    }
}
