package org.hydraworkbench.project.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactInput;
import org.hydraworkbench.project.base.ProjectInfo;

/**
 * What an operation works on: its inputs as they were when the work began.
 *
 * @param project what the project is
 * @param recorded all inputs, as the result will name them
 * @param artefacts those that are artefacts, by their use
 */
public record Inputs(ProjectInfo project, List<ArtefactInput> recorded, Map<String, Artefact> artefacts) {

    public Inputs {
        recorded = List.copyOf(recorded);
        artefacts = Map.copyOf(artefacts);
    }

    /** An artefact that the operation declared as needed. */
    public Artefact artefact(String use) {
        return find(use).orElseThrow(() -> new IllegalArgumentException("the operation does not declare that it needs " + use));
    }

    /** An artefact that may be there or not. */
    public Optional<Artefact> find(String use) {
        return Optional.ofNullable(artefacts.get(use));
    }
}
