package org.hydraworkbench.app.shell;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.StepStatus;

/** How far each workspace is, from the guide: of several steps that are done in one, the first that is not done says. */
final class StepStates {

    private StepStates() {}

    static Map<Step, WorkspaceState> of(Guide guide) {
        Map<Step, WorkspaceState> states = new EnumMap<>(Step.class);
        for (StepStatus status : guide.steps()) {
            states.merge(Step.of(status.id()), WorkspaceState.of(status), (before, now) ->
                    before.kind() == WorkspaceState.Kind.DONE ? now : before);
        }
        states.put(Step.HOME, WorkspaceState.ready(""));
        states.put(Step.TRANSLATE, translate(guide));
        return states;
    }

    /** One can translate as soon as there is a Hydra, or an alignment; it says how that one is, or that what answers are chosen by is out of date. */
    private static WorkspaceState translate(Guide guide) {
        Optional<StepStatus> hydra = guide.step("train").filter(step -> step.artefact().isPresent())
                .or(() -> guide.step("assemble").filter(step -> step.artefact().isPresent()));
        boolean upToDate = hydra.filter(step -> step.state() == StepStatus.State.DONE).isPresent();
        return guide.step("tune-decoding")
                .filter(decoding -> upToDate && decoding.state() != StepStatus.State.DONE)
                .or(() -> hydra)
                .or(() -> guide.step("align").filter(step -> step.artefact().isPresent()))
                .map(WorkspaceState::of).orElse(WorkspaceState.empty(Texts.get("state.needs.translator")));
    }

    /** The states while no project is open. */
    static Map<Step, WorkspaceState> ofNone() {
        Map<Step, WorkspaceState> none = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            none.put(step, WorkspaceState.empty(Texts.get("state.noProject")));
        }
        return none;
    }
}
