package org.hydraworkbench.model.runtime;

import org.hydraworkbench.base.Choice;

/** Where tensors are kept and multiplied. */
public enum DeviceChoice {
    /** The first CUDA device when PyTorch was loaded with CUDA and finds one, else the processor. */
    BEST,
    /** The processor. */
    CPU,
    /** The first CUDA device; opening fails where there is none. */
    GPU;

    /** By these they are stored and typed. */
    public static final Choice<DeviceChoice> CODES = Choice.of(values(), device -> switch (device) {
        case BEST -> "best";
        case CPU -> "cpu";
        case GPU -> "gpu";
    });
}
