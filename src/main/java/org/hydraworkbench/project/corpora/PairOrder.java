package org.hydraworkbench.project.corpora;

/** In which order to show pairs. */
public enum PairOrder {
    /** As they were read, corpus after corpus. */
    CORPUS,
    /** Those with the lowest score in the current alignment first, those without any last. */
    LEAST_CERTAIN,
    /** Longest source text first. */
    LONGEST_SOURCE,
    /** Longest target text first. */
    LONGEST_TARGET
}
