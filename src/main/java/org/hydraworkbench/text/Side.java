package org.hydraworkbench.text;

/** Which of the two languages of a pair something belongs to: the one that the model knows, or the one that it learns. */
public enum Side {
    SOURCE,
    TARGET;

    /** The side across. */
    public Side other() {
        return this == SOURCE ? TARGET : SOURCE;
    }
}
