package org.hydraworkbench.project.work;

import java.util.List;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.tokenizer.Unit;

/** Something that an operation needs, under a name of its own. */
public sealed interface Input {

    /** What the operation calls it; recorded with the result. */
    String use();

    /**
     * The artefact in use in the first of some slots that has one.
     *
     * @param slots the one that is wanted most first, the one that will do last
     * @param needed whether the operation cannot do without
     * @param latest whether it must have been made from what is in use now
     */
    record Made(String use, List<Slot> slots, boolean needed, boolean latest) implements Input {

        public Made {
            slots = List.copyOf(slots);
        }

        /** An artefact that is needed. */
        public static Made of(String use, Slot... slots) {
            return new Made(use, List.of(slots), true, false);
        }

        /** An artefact that is used where there is one. */
        public static Made ifThere(String use, Slot... slots) {
            return new Made(use, List.of(slots), false, false);
        }

        /** The same, made from what is in use now. */
        public Made upToDate() {
            return new Made(use, slots, needed, true);
        }
    }

    /** An artefact from which the work goes on: that it will be replaced says nothing against the result. */
    record Start(String use, Slot slot) implements Input {}

    /**
     * The corpora of a role.
     *
     * @param needed whether there must be one
     */
    record Text(CorpusRole role, boolean needed) implements Input {

        /** Corpora of which there must be one. */
        public Text(CorpusRole role) {
            this(role, true);
        }

        @Override
        public String use() {
            return role.code();
        }
    }

    /** What people said of links and pairs. */
    record Edits() implements Input {

        @Override
        public String use() {
            return "edits";
        }
    }

    /** What the project's languages are called. */
    record Languages() implements Input {

        @Override
        public String use() {
            return "languages";
        }
    }

    /** The rules by which sentences are cut into units of a kind. */
    record Cutting(Unit unit) implements Input {

        @Override
        public String use() {
            return Alignments.CUTTING;
        }

        /** Their version, as it is recorded. */
        String version() {
            return String.valueOf(unit.version());
        }
    }
}
