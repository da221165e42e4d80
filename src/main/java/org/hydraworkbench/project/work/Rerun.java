package org.hydraworkbench.project.work;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;

/**
 * What came of bringing a project up to date.
 *
 * @param made what was made again, in order
 * @param stopped why it could not go on, as a sentence; empty when nothing is out of date any more
 */
public record Rerun(List<Artefact> made, Optional<String> stopped) {

    public Rerun {
        made = List.copyOf(made);
    }

    /** What one step makes puts the next out of date, so the guide is asked anew after each. */
    static Rerun run(Work work, Environment environment, Progress progress) throws HydraException {
        List<Artefact> made = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        while (true) {
            progress.checkCancelled();
            Optional<StepStatus> stale = work.guide().steps().stream()
                    .filter(step -> step.state() == StepStatus.State.STALE)
                    .findFirst();
            if (stale.isEmpty()) {
                return new Rerun(made, Optional.empty());
            }
            StepStatus step = stale.get();
            Artefact artefact = step.artefact().orElseThrow();
            Operation<?> operation = Operations.find(artefact.operation()).orElse(null);
            if (operation == null || !tried.add(step.id())) {
                return stopped(made, step);
            }
            Optional<Artefact> again = again(work, operation, artefact, environment, progress);
            if (again.isEmpty()) {
                return stopped(made, step);
            }
            made.add(again.get());
        }
    }

    private static Rerun stopped(List<Artefact> made, StepStatus step) {
        return new Rerun(made, Optional.of("Stopped at “%s”, which cannot be made again by itself: %s"
                .formatted(step.name(), String.join(" ", step.why()))));
    }

    private static <S> Optional<Artefact> again(
            Work work, Operation<S> operation, Artefact artefact, Environment environment, Progress progress)
            throws HydraException {
        S settings = operation.settings().read(artefact.settingsJson(), "“" + artefact.name() + "”");
        Optional<S> again = operation.again(settings);
        if (again.isEmpty()) {
            return Optional.empty();
        }
        progress.message(operation.title(again.get()));
        return Optional.of(work.job(operation, again.get(), Use.ALWAYS, environment).run(progress));
    }
}
