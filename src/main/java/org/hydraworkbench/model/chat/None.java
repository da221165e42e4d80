package org.hydraworkbench.model.chat;

/** The value {@code none}; JSON's null. */
enum None {
    NONE
}
