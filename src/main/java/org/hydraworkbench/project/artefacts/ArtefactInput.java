package org.hydraworkbench.project.artefacts;

import org.jspecify.annotations.Nullable;

/**
 * What an artefact was made from.
 *
 * @param type an artefact, the corpora with their exclusions, or a file from outside
 * @param role what it was used as, for example {@code source tokenizer}
 * @param artefactId the artefact, when it is one
 * @param name what a person calls it
 * @param hash its content at that time
 */
public record ArtefactInput(Type type, String role, @Nullable Long artefactId, String name, String hash) {

    /** The role of an artefact that work went on from; that it is no longer current says nothing against the result. */
    public static final String START = "start";

    /** What an input can be. */
    public enum Type {
        ARTEFACT,
        CORPORA,
        FILE
    }

    public static ArtefactInput of(String role, Artefact artefact) {
        return new ArtefactInput(Type.ARTEFACT, role, artefact.id(), artefact.name(), artefact.hash());
    }
}
