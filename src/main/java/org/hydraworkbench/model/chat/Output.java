package org.hydraworkbench.model.chat;

/** Takes what a template writes, up to a length. */
final class Output {

    private final StringBuilder text = new StringBuilder();

    Output add(String more) {
        Values.checkLength((long) text.length() + more.length());
        text.append(more);
        return this;
    }

    String text() {
        return text.toString();
    }
}
