package org.hydraworkbench.train;

/** Batches by number: the same number gives the same batch, so a resumed run needs to know only how far it was. */
interface BatchSource {

    /** Batch {@code index}, counted from 0, without end: the data comes around in a new order each time. */
    Batch batch(long index);

    /** A hash of the data; a resumed run must have the same. */
    String fingerprint();
}
