package org.hydraworkbench.app.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ArtefactKind;
import org.hydraworkbench.project.corpora.CorpusInfo;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.work.Staleness;

/** Tells, from what a project holds, how far each step is. Reads the project: not for the JavaFX thread. */
final class StepStates {

    private final Project project;
    private final Map<Step, WorkspaceState> states = new EnumMap<>(Step.class);

    private StepStates(Project project) {
        this.project = project;
    }

    static Map<Step, WorkspaceState> of(Project project) throws HydraException {
        return new StepStates(project).read();
    }

    /** The states while no project is open. */
    static Map<Step, WorkspaceState> ofNone() {
        Map<Step, WorkspaceState> none = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            none.put(step, WorkspaceState.empty(Texts.get("state.noProject")));
        }
        return none;
    }

    private Map<Step, WorkspaceState> read() throws HydraException {
        states.put(Step.HOME, WorkspaceState.ready(""));
        List<CorpusInfo> corpora = project.corpora().list();
        long pairs = corpora.stream().mapToLong(CorpusInfo::pairs).sum();
        boolean hasText = pairs > 0;
        states.put(
                Step.CORPUS,
                hasText
                        ? WorkspaceState.done(Texts.format("state.corpus.done", corpora.size(), pairs))
                        : WorkspaceState.ready(Texts.get("state.corpus.ready")));
        step(Step.TOKENIZER, ArtefactKind.TOKENIZER, "target", hasText ? "" : "state.needs.corpus");
        step(Step.ALIGNMENT, ArtefactKind.ALIGNMENT, "", hasText ? "" : "state.needs.corpus");
        boolean aligned = has(ArtefactKind.ALIGNMENT, "");
        boolean tokenizers = has(ArtefactKind.TOKENIZER, "source") && has(ArtefactKind.TOKENIZER, "target");
        step(
                Step.MAPPING,
                ArtefactKind.MAPPING,
                "",
                !aligned ? "state.needs.alignment" : tokenizers ? "" : "state.needs.tokenizers");
        boolean model = has(ArtefactKind.BASE_MODEL, "");
        step(
                Step.TRANSFER,
                ArtefactKind.TRANSFER,
                "",
                !model ? "state.needs.model" : has(ArtefactKind.MAPPING, "") ? "" : "state.needs.mapping");
        step(
                Step.TRAINING,
                project.artefacts().current(ArtefactKind.HYDRA).filter(Artefact::isTuned).isPresent()
                        ? ArtefactKind.HYDRA
                        : ArtefactKind.CHECKPOINT,
                "",
                has(ArtefactKind.TRANSFER, "") || has(ArtefactKind.HYDRA, "") ? "" : "state.needs.transfer");
        boolean hydra = has(ArtefactKind.HYDRA, "");
        step(
                Step.TRANSLATE,
                ArtefactKind.HYDRA,
                "",
                has(ArtefactKind.TRANSFER, "") || has(ArtefactKind.CHECKPOINT, "") ? "" : "state.needs.transfer");
        step(Step.EVALUATE, ArtefactKind.EVALUATION, "", hydra ? "" : "state.needs.hydra");
        return states;
    }

    private boolean has(ArtefactKind kind, String role) throws HydraException {
        return project.artefacts().current(kind, role).isPresent();
    }

    /** @param missing key of the sentence that says what is missing, or empty */
    private void step(Step step, ArtefactKind kind, String role, String missing) throws HydraException {
        Optional<Artefact> current = project.artefacts().current(kind, role);
        if (current.isPresent()) {
            Staleness staleness = project.artefacts().staleness(current.get());
            states.put(
                    step,
                    staleness.isStale()
                            ? WorkspaceState.stale(String.join(" ", staleness.reasons()))
                            : WorkspaceState.done(current.get().name()));
        } else {
            states.put(
                    step,
                    missing.isEmpty()
                            ? WorkspaceState.ready(Texts.get("state." + step.id() + ".ready"))
                            : WorkspaceState.empty(Texts.get(missing)));
        }
    }
}
