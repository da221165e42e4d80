package org.hydraworkbench.project.base;

import java.util.Set;

/**
 * News that something in the project changed.
 *
 * @param kind what
 * @param pairs the pairs it concerns; empty when none in particular, or too many to name
 */
public record ProjectChange(Kind kind, Set<Long> pairs) {

    /** What can change. */
    public enum Kind {
        /** Links, reviews or notes, done, undone or redone. */
        EDITS,
        /** Corpora came, went or were called otherwise, pairs were excluded or brought back. */
        CORPORA,
        /** An artefact was made. */
        ARTEFACTS,
        /** Another artefact became the current one of its slot. */
        CURRENT,
        /** A job began or ended. */
        JOBS,
        /** The project's languages are called otherwise. */
        INFO,
        /** Something was asked or corrected in a conversation. */
        CONVERSATIONS,
        /** Terms of the glossary came, changed or went. */
        TERMS
    }

    public static ProjectChange of(Kind kind) {
        return new ProjectChange(kind, Set.of());
    }
}
