package org.hydraworkbench.train;

import java.util.List;

/** What steps learn from, by number: the same number gives the same, so a resumed run needs to know only how far it was. */
interface BatchSource {

    /**
     * What step {@code index} learns from, counted from 0, without end: the data comes around in a new order each time. One batch for
     * each direction that takes part.
     */
    List<Batch> batches(long index);

    /** A hash of the data; a resumed run must have the same. */
    String fingerprint();
}
