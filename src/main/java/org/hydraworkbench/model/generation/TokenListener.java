package org.hydraworkbench.model.generation;

import org.hydraworkbench.base.HydraException;

/** Hears of each token as soon as it is decided; of a beam search's only when the search is over. */
@FunctionalInterface
public interface TokenListener {

    /**
     * A token was added.
     *
     * @param id its id in the output table
     * @param logProbability of this token given everything before, in nats
     * @return whether to go on; false ends the text after this token
     * @throws HydraException to end the writing with it
     */
    boolean token(int id, double logProbability) throws HydraException;

    /** Hears nothing and always goes on. */
    static TokenListener none() {
        return (id, logProbability) -> true;
    }
}
