package org.hydraworkbench.model;

/**
 * How likely each token is to come next, for one or several rows.
 *
 * @param size tokens of the vocabulary, V
 * @param values scores [rows · V], row after row
 * @param normalisers for each row the logarithm of the sum of the exponentials of its scores: score less this is log P, in nats
 */
public record TokenScores(int size, float[] values, float[] normalisers) {}
