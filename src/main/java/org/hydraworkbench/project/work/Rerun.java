package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;

/**
 * What came of doing the steps of a project one after another.
 *
 * @param made what was made, in order
 * @param stopped why it could not go on, as a sentence; empty when nothing is left to do
 */
public record Rerun(List<Artefact> made, Optional<String> stopped) {

    /** Which steps are done. */
    public enum Which {
        /** Those whose results are out of date. */
        STALE,
        /** Those too that were never done: the whole way. */
        ALL;

        private boolean takes(StepStatus step) {
            return step.state() == StepStatus.State.STALE || this == ALL && step.state() != StepStatus.State.DONE;
        }
    }

    /** How a step is done. */
    public interface Hand {

        /** With which settings, when {@code own} are those that it would have by itself. */
        <S> S settings(Operation<S> operation, S own) throws HydraException;

        /** Does it; its result is to be used. */
        <S> Artefact make(Operation<S> operation, S settings, Progress progress) throws HydraException;
    }

    public Rerun {
        made = List.copyOf(made);
    }

    /** What one step makes puts the next out of date, so the guide is asked anew after each. */
    static Rerun run(Work work, Which which, Hand hand, Progress progress) throws HydraException {
        List<Artefact> made = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        while (true) {
            progress.checkCancelled();
            StepStatus step = work.guide().steps().stream().filter(which::takes).findFirst().orElse(null);
            if (step == null) {
                return new Rerun(made, Optional.empty());
            }
            Optional<Operation<?>> operation = Operations.find(step.artefact().map(Artefact::operation).orElse(step.id()));
            Optional<String> stopped = operation.isPresent() && tried.add(step.id())
                    ? make(work, operation.get(), step, hand, made, progress)
                    : Optional.of(alone(step));
            if (stopped.isPresent()) {
                return new Rerun(made, Optional.of("Stopped at “%s”%s".formatted(step.name(), stopped.get())));
            }
        }
    }

    /** Adds to {@code made}, or says why not. */
    private static <S> Optional<String> make(
            Work work, Operation<S> operation, StepStatus step, Hand hand, List<Artefact> made, Progress progress)
            throws HydraException {
        S before = step.artefact().isEmpty()
                ? work.usual(operation)
                : operation.settings().read(step.artefact().get().settingsJson(), "“" + step.artefact().get().name() + "”");
        Optional<S> again = operation.again(before);
        S settings = hand.settings(operation, again.orElse(before));
        if (again.isEmpty() && settings.equals(before)) {
            return Optional.of(alone(step));
        }
        List<String> missing = work.missing(operation, settings);
        if (!missing.isEmpty()) {
            return Optional.of(": " + String.join(" ", missing));
        }
        progress.message(operation.title(settings));
        made.add(hand.make(operation, settings, progress));
        return Optional.empty();
    }

    private static String alone(StepStatus step) {
        return step.state() == StepStatus.State.STALE
                ? ", which cannot be made again by itself: " + String.join(" ", step.why())
                : ", which only you can give.";
    }
}
