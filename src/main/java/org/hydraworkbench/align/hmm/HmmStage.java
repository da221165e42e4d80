package org.hydraworkbench.align.hmm;

/** What a pass of training takes into account; each stage starts from the links that the one before left. */
enum HmmStage {
    /** Words alone, IBM model 1. */
    WORDS,
    /** Words and jumps, the HMM of Vogel, Ney and Tillmann (1996). */
    JUMPS,
    /** Words, jumps and fertilities. */
    FERTILITIES
}
