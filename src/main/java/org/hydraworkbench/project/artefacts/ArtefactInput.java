package org.hydraworkbench.project.artefacts;

import org.hydraworkbench.base.Choice;
import org.jspecify.annotations.Nullable;

/**
 * What an artefact was made from.
 *
 * @param type what it is
 * @param use what the operation calls it, for example {@code alignment}
 * @param artefactId the artefact, when it is one
 * @param name what a person calls it
 * @param hash its content or state at that time
 */
public record ArtefactInput(Type type, String use, @Nullable Long artefactId, String name, String hash) {

    /** What an input can be. */
    public enum Type {
        ARTEFACT,
        /** An artefact that the work went on from; that it is no longer in use says nothing against the result. */
        START,
        /** The corpora of a role with their exclusions. */
        CORPORA,
        /** What people said of links and pairs. */
        EDITS,
        /** What the project's languages are called. */
        LANGUAGES,
        /** The rules by which sentences were cut into units. */
        CUTTING,
        /** A file or folder from outside. */
        FILE;

        public static final Choice<Type> CODES = Choice.of(values(), type -> switch (type) {
            case ARTEFACT -> "artefact";
            case START -> "start";
            case CORPORA -> "corpora";
            case EDITS -> "edits";
            case LANGUAGES -> "languages";
            case CUTTING -> "cutting";
            case FILE -> "file";
        });
    }

    /** An artefact, as {@link Type#ARTEFACT} or {@link Type#START}. */
    public static ArtefactInput of(Type type, String use, Artefact artefact) {
        return new ArtefactInput(type, use, artefact.id(), artefact.name(), artefact.hash());
    }

    /** A state of the project that is named by a hash. */
    public static ArtefactInput state(Type type, String use, String hash) {
        return new ArtefactInput(type, use, null, use, hash);
    }
}
