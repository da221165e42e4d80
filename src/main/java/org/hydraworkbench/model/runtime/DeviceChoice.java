package org.hydraworkbench.model.runtime;

/** Where tensors are kept and multiplied. */
public enum DeviceChoice {
    /** The first CUDA device when PyTorch was loaded with CUDA and finds one, else the processor. */
    BEST,
    /** The processor. */
    CPU,
    /** The first CUDA device; opening fails where there is none. */
    GPU
}
