package org.hydraworkbench.document;

/**
 * How sure a translation is.
 *
 * @param line of the file in which its source stands, from 1
 * @param confidence expected chrF, 0 to 100, of several sentences their mean by words; 0 where nobody knows
 * @param logProbability of the choice among what it could have been, natural, of several sentences their sum; 0 where nobody knows
 */
public record SegmentScore(int line, double confidence, double logProbability) {}
