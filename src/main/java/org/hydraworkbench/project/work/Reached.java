package org.hydraworkbench.project.work;

/**
 * How far a training came that ended early.
 *
 * @param step its last step; 0 when it ended before the first
 * @param steps how many it was to do
 */
public record Reached(long step, int steps) {}
