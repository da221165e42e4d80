package org.hydraworkbench.model.chat;

/** What can be called. */
interface Function {

    /** What a call gives. */
    Object call(Arguments arguments);
}
