package org.hydraworkbench.app.evaluate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.settings.EvaluationSettings;
import org.hydraworkbench.project.work.Operations;

/**
 * What of a project concerns evaluation.
 *
 * @param hydras those that can be measured, newest first
 * @param hydra the one in use
 * @param evaluations what was measured, newest first
 * @param missing why pairs of a role cannot be translated and measured, as sentences; empty when they can
 */
record EvaluateState(
        List<Artefact> hydras, Optional<Artefact> hydra, List<Evaluation> evaluations, Map<CorpusRole, String> missing) {

    static final EvaluateState NONE = new EvaluateState(List.of(), Optional.empty(), List.of(), Map.of());

    EvaluateState {
        hydras = List.copyOf(hydras);
        evaluations = List.copyOf(evaluations);
        missing = Map.copyOf(missing);
    }

    static EvaluateState read(Project project) throws HydraException {
        List<Artefact> hydras = new ArrayList<>(project.artefacts().list(ArtefactKind.TUNED_HYDRA));
        hydras.addAll(project.artefacts().list(ArtefactKind.HYDRA));
        List<Evaluation> evaluations = new ArrayList<>();
        for (Artefact artefact : project.artefacts().list(ArtefactKind.EVALUATION)) {
            evaluations.add(Evaluation.read(artefact, hydras));
        }
        Map<CorpusRole, String> missing = new EnumMap<>(CorpusRole.class);
        for (CorpusRole role : CorpusRole.values()) {
            missing.put(role, String.join(" ", project.work().missing(
                    Operations.EVALUATE, EvaluationSettings.defaults().withRole(role))));
        }
        return new EvaluateState(hydras, project.artefacts().hydra(), evaluations, missing);
    }
}
