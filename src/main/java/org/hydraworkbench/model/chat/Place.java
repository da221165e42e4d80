package org.hydraworkbench.model.chat;

/** Where something stands in a template; both count from 1. */
record Place(int line, int column) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
