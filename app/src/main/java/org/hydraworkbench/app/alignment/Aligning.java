package org.hydraworkbench.app.alignment;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Slot;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.links.AlignmentDifference;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.StepStatus;

/** Has the aligner run in the background; what it makes is used, as a person asked for it. */
final class Aligning {

    private record Before(AlignmentSettings settings, Optional<Artefact> alignment) {}

    private final Workbench workbench;
    private final BooleanBinding possible;
    private final BooleanBinding againPossible;

    Aligning(Workbench workbench) {
        this.workbench = workbench;
        var guide = workbench.steps().guideProperty();
        possible = Bindings.createBooleanBinding(() -> hasText(guide.get()), guide);
        againPossible = Bindings.createBooleanBinding(() -> hasText(guide.get()) && isAligned(guide.get()), guide);
    }

    private static boolean hasText(Guide guide) {
        return guide.step(Guide.CORPUS).filter(step -> step.state() == StepStatus.State.DONE).isPresent();
    }

    private static boolean isAligned(Guide guide) {
        return guide.step(Operations.ALIGN.id()).flatMap(StepStatus::artefact).isPresent();
    }

    /** Whether there is text to align. */
    BooleanBinding possibleBinding() {
        return possible;
    }

    /** Whether there is also an alignment to go on from. */
    BooleanBinding againPossibleBinding() {
        return againPossible;
    }

    /**
     * Asks how to align, then does it.
     *
     * @param dialog asks the person; empty when they cancelled
     */
    void ask(Function<UnitChoices, Optional<AlignmentSettings>> dialog) {
        workbench.project().current().ifPresent(project -> workbench
                .jobs()
                .query(() -> UnitChoices.of(project))
                .onDone(units -> dialog.apply(units).ifPresent(settings -> start(project, settings))));
    }

    private JobRun<Artefact> start(Project project, AlignmentSettings settings) {
        return workbench
                .jobs()
                .submit(
                        Step.ALIGNMENT,
                        project.work().job(Operations.ALIGN, settings, Use.ALWAYS, workbench.environment()));
    }

    /** Aligns again with the edits, from the links there are and in the way they were made; then tells what that changed. */
    void again() {
        workbench.project().current().ifPresent(project -> workbench
                .jobs()
                .query(() -> new Before(
                        project.work().usual(Operations.ALIGN).withFromLinks(true),
                        project.artefacts().current(Slot.alignment(project.info()))))
                .onDone(before -> start(project, before.settings())
                        .onDone(made -> before.alignment().ifPresent(from -> compare(project, from, made)))));
    }

    private void compare(Project project, Artefact before, Artefact after) {
        if (workbench.project().current().filter(project::equals).isPresent()) {
            workbench
                    .jobs()
                    .query(() -> project.alignments().difference(before, after))
                    .onDone(found -> workbench.notices().status(
                            found.map(Aligning::told).orElse(Texts.get("alignment.again.otherUnits"))));
        }
    }

    private static String told(AlignmentDifference difference) {
        return Texts.format(
                "alignment.again.changed",
                difference.changed(),
                difference.pairs(),
                difference.added(),
                difference.removed());
    }
}
