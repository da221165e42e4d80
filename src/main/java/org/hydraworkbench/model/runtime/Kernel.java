package org.hydraworkbench.model.runtime;

import ai.djl.Model;
import ai.djl.pytorch.engine.PtSymbolBlock;

/** The arithmetic of one kind of models, loaded. Belongs to the {@link TensorRuntime} that made it, and ends with it. */
public final class Kernel {

    private final Model model;
    private final PtSymbolBlock block;
    private final KernelMethods methods;

    Kernel(Model model, KernelMethods methods) {
        this.model = model;
        this.methods = methods;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    PtSymbolBlock block() {
        return block;
    }

    KernelMethods methods() {
        return methods;
    }

    Model model() {
        return model;
    }
}
