package org.hydraworkbench.app.translate;

/** What answers are made by. */
public enum AnswerBy {
    /** All that the project's sentences teach, with the Hydra as one more writer and as judge. */
    EVERYTHING,
    /** What the project's sentences teach, without any model. */
    PHRASES,
    /** The Hydra by itself. */
    HYDRA
}
