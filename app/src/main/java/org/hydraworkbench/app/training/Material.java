package org.hydraworkbench.app.training;

/** What a model learns from. */
public enum Material {
    /** The training pairs: the Hydra learns to translate. */
    PAIRS,
    /** The target side of the training pairs: the model with new tables learns to write the language. */
    TARGET_TEXT
}
