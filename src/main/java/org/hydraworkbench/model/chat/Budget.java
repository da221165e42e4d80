package org.hydraworkbench.model.chat;

/** How much a template may do; one that would go on for ever ends in an error. */
final class Budget {

    /** A conversation of a thousand messages takes some hundred thousand. */
    private static final long MOST_STEPS = 20_000_000;

    /** Leaves most of the smallest usual Java stack free. */
    private static final int MOST_DEPTH = 400;

    private long steps;
    private int depth;

    /** Something begins to be evaluated; {@link #leave} must follow. */
    void enter() {
        steps++;
        depth++;
        if (steps > MOST_STEPS) {
            throw new TemplateFailure("it does not end within " + MOST_STEPS + " steps");
        }
        if (depth > MOST_DEPTH) {
            throw new TemplateFailure("it goes deeper than " + MOST_DEPTH + " levels");
        }
    }

    void leave() {
        depth--;
    }
}
