package org.hydraworkbench.hydra;

/** Which of the two languages of a translation a text belongs to, and so which table its tokens go through. */
public enum Side {
    SOURCE,
    TARGET
}
