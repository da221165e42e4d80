package org.hydraworkbench.train;

import java.util.OptionalDouble;

/**
 * How a run ended that wrote its model.
 *
 * @param steps that were done, those before a resume included; fewer than asked for when it was stopped and kept, or got no better
 * @param kept the step after which the model was that is kept: the last, or the best where the run had {@linkplain HeldOut#patience patience}
 * @param loss of the last step, unless none was left to do
 */
public record TrainOutcome(long steps, long kept, OptionalDouble loss) {}
