package org.hydraworkbench.project.work;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.corpora.CorpusRole;

/**
 * How far one step of the work is.
 *
 * @param id of its operation, or {@link Guide#CORPUS}
 * @param name what a person calls it
 * @param state how far it is
 * @param artefact what is in use
 * @param why what is lacking, or why the result is out of date, a sentence each
 * @param pairs of the step that brings text: how many pairs there are, by what they are for, where there are any; of others empty
 */
public record StepStatus(
        String id, String name, State state, Optional<Artefact> artefact, List<String> why, Map<CorpusRole, Long> pairs) {

    /** How far a step can be. */
    public enum State {
        /** Something that it needs is not there yet. */
        WAITING("waiting"),
        /** It can be done now. */
        READY("ready"),
        /** Its result is there, made from what is in use. */
        DONE("done"),
        /** Its result was made from something that has changed since. */
        STALE("stale");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** What it is called in the output of the command line. */
        public String code() {
            return code;
        }
    }

    public StepStatus {
        why = List.copyOf(why);
        pairs = Collections.unmodifiableMap(new TreeMap<>(pairs));
    }
}
