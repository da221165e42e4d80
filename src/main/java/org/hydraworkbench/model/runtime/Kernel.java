package org.hydraworkbench.model.runtime;

import ai.djl.Model;
import ai.djl.pytorch.engine.PtSymbolBlock;

/** The arithmetic of one kind of models, loaded. Belongs to the {@link TensorRuntime} that made it, and ends with it. */
public final class Kernel {

    private final Model model;
    private final PtSymbolBlock block;

    Kernel(Model model) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    PtSymbolBlock block() {
        return block;
    }

    Model model() {
        return model;
    }
}
