package org.hydraworkbench.app.shell;

/** Something in the project that one workspace can ask another to show. */
public sealed interface Target {

    /** Nothing to see but something to do there at once, by the id of the {@link ActionSpec}; the shell does it. */
    record Action(String id) implements Target {}

    /** A sentence pair of the corpora, by its id in the project. */
    record Pair(long id) implements Target {}

    /** A token of the tokenizer for the target language, by its id in the vocabulary. */
    record TargetToken(int id) implements Target {}

    /** A result made by a job, by its id in the project. */
    record Made(long artefactId) implements Target {}
}
