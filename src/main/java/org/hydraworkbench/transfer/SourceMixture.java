package org.hydraworkbench.transfer;

/** Source tokens with weights that sum to 1. */
public record SourceMixture(int[] sources, double[] weights) {}
