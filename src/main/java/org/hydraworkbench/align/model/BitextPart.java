package org.hydraworkbench.align.model;

import org.hydraworkbench.align.tables.IndexedBitext;

/**
 * A bitext, or some successive pairs of one.
 *
 * @param bitext the pairs, numbered from 0
 * @param first number of the first one in the whole bitext
 * @param last whether none follow; sometimes false though it is so
 */
public record BitextPart(IndexedBitext bitext, int first, boolean last) {}
