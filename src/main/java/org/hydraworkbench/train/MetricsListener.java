package org.hydraworkbench.train;

import org.hydraworkbench.base.HydraException;

/** Hears of each step as soon as it is done, on the training thread. */
@FunctionalInterface
public interface MetricsListener {

    void step(Metrics metrics) throws HydraException;
}
