package org.hydraworkbench.server;

/** A request is refused for what it is as a request, whatever it asks. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String sentence;

    /**
     * @param status of HTTP, for example 404
     * @param sentence for a person
     */
    RefusedException(int status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    int status() {
        return status;
    }

    String sentence() {
        return sentence;
    }
}
