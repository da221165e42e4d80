package org.hydraworkbench.train;

import java.util.OptionalDouble;

/**
 * How a run ended that wrote its model.
 *
 * @param steps that the model has learnt in, those before a resume included; fewer than asked for when it was stopped and kept
 * @param loss of the last step, unless none was left to do
 */
public record TrainOutcome(long steps, OptionalDouble loss) {}
