package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;

/**
 * What of a project concerns evaluation.
 *
 * @param hydras those that can be measured, newest first
 * @param hydra the one in use
 * @param evaluations what was measured, newest first
 */
record EvaluateState(List<Artefact> hydras, Optional<Artefact> hydra, List<Evaluation> evaluations) {

    static final EvaluateState NONE = new EvaluateState(List.of(), Optional.empty(), List.of());

    EvaluateState {
        hydras = List.copyOf(hydras);
        evaluations = List.copyOf(evaluations);
    }

    static EvaluateState read(Project project) throws HydraException {
        List<Evaluation> evaluations = new ArrayList<>();
        for (Artefact artefact : project.artefacts().list(ArtefactKind.EVALUATION)) {
            evaluations.add(Evaluation.read(artefact));
        }
        List<Artefact> hydras = new ArrayList<>(project.artefacts().list(ArtefactKind.TUNED_HYDRA));
        hydras.addAll(project.artefacts().list(ArtefactKind.HYDRA));
        return new EvaluateState(hydras, project.artefacts().hydra(), evaluations);
    }
}
