package org.hydraworkbench.app.home;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.app.shell.GuideTexts;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.Operation;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.StepStatus;
import org.jspecify.annotations.Nullable;

/**
 * How far a project is, as Home shows it.
 *
 * @param rows all steps in working order
 * @param done how many of them are done and up to date
 * @param stale how many are out of date
 * @param next what comes next
 */
record Overview(List<Row> rows, int done, int stale, Next next) {

    /**
     * A step.
     *
     * @param workspace where it is done
     * @param doing the job that does it just now, or null
     */
    record Row(String id, String name, Step workspace, WorkspaceState state, @Nullable JobRun<?> doing) {}

    /** What comes next. */
    sealed interface Next {

        /** Nothing is known yet. */
        record Unknown() implements Next {}

        /** A job is going on; what comes after it is said when it has ended. */
        record Working(JobRun<?> run) implements Next {}

        /** Everything is done and up to date. */
        record Nothing() implements Next {}

        /**
         * A step.
         *
         * @param sentence what it is, or why it is to be done again
         * @param act what the person's one click does
         * @param beside what can be done in its place, where it can wait
         */
        record Do(StepStatus step, String sentence, Act act, Optional<Beside> beside) implements Next {

            /** Where it is done, when it has a workspace of its own. */
            Optional<Step> workspace() {
                return Optional.of(Step.of(step.id())).filter(workspace -> workspace != Step.HOME);
            }
        }
    }

    /** What can be done before the next step: translating needs links, and neither model nor Hydra. */
    enum Beside {
        /** Asks for files with text, which need no model. */
        IMPORT,
        /** Aligns it, which needs none either. */
        ALIGN,
        /** Translates by the phrases that the links teach. */
        TRANSLATE;

        /** That it can be done, as a sentence. */
        String sentence() {
            return Texts.get("home.beside." + name().toLowerCase(Locale.ROOT));
        }

        /** What a button that does it says. */
        String button() {
            return Texts.get("home.beside." + name().toLowerCase(Locale.ROOT) + ".do");
        }
    }

    /** What a click does about a step. */
    enum Act {
        /** Does it with the usual settings. */
        RUN,
        /** Asks for the folder of a model. */
        CHOOSE_MODEL,
        /** Asks for files with text. */
        IMPORT,
        /** Nothing: the person has to look at it. */
        NONE
    }

    Overview {
        rows = List.copyOf(rows);
    }

    /**
     * @param doing the jobs that do a step just now, by its id
     * @param active a job that goes on or waits, or null
     */
    static Overview of(Guide guide, Map<String, JobRun<?>> doing, @Nullable JobRun<?> active) {
        List<Row> rows = guide.steps().stream().map(step -> row(step, doing.get(step.id()))).toList();
        int stale = (int) guide.steps().stream()
                .filter(step -> step.state() == StepStatus.State.STALE)
                .count();
        return new Overview(rows, guide.done(), stale, next(guide, active));
    }

    private static Row row(StepStatus step, @Nullable JobRun<?> doing) {
        WorkspaceState state = doing == null ? WorkspaceState.of(step) : WorkspaceState.running("");
        return new Row(step.id(), GuideTexts.name(step), Step.of(step.id()), state, doing);
    }

    private static Next next(Guide guide, @Nullable JobRun<?> active) {
        if (active != null) {
            return new Next.Working(active);
        }
        if (guide.steps().isEmpty()) {
            return new Next.Unknown();
        }
        return guide.next().<Next>map(step -> new Next.Do(step, sentence(step), act(step), beside(guide, step))).orElseGet(Next.Nothing::new);
    }

    private static Optional<Beside> beside(Guide guide, StepStatus next) {
        boolean aligned = isMade(guide, Operations.ALIGN.id());
        if (aligned) {
            return isMade(guide, Operations.ASSEMBLE.id()) ? Optional.empty() : Optional.of(Beside.TRANSLATE);
        }
        if (!next.id().equals(Operations.BASE_MODEL.id()) || next.state() != StepStatus.State.READY) {
            return Optional.empty();
        }
        return Optional.of(isMade(guide, Guide.CORPUS) ? Beside.ALIGN : Beside.IMPORT);
    }

    /** Whether there is what a step makes, be it out of date. */
    private static boolean isMade(Guide guide, String id) {
        return guide.step(id)
                .filter(step -> step.state() == StepStatus.State.DONE || step.state() == StepStatus.State.STALE)
                .isPresent();
    }

    private static String sentence(StepStatus step) {
        return switch (step.state()) {
            case STALE -> Texts.format("home.next.stale", GuideTexts.name(step), WorkspaceState.of(step).reason());
            case WAITING -> GuideTexts.what(step) + " " + String.join(" ", step.why());
            case READY, DONE -> GuideTexts.what(step);
        };
    }

    /** All before it is done, so what the window's own steps can still wait for is text for their purpose. */
    private static Act act(StepStatus step) {
        if (step.id().equals(Guide.CORPUS)) {
            return Act.IMPORT;
        }
        if (step.state() == StepStatus.State.WAITING && step.id().equals(Operations.EVALUATE.id())) {
            return Act.NONE; // where it is done, sentences can be held out for it
        }
        if (step.state() == StepStatus.State.WAITING) {
            return Step.of(step.id()) == Step.HOME ? Act.NONE : Act.IMPORT;
        }
        if (step.id().equals(Operations.BASE_MODEL.id())) {
            return Act.CHOOSE_MODEL;
        }
        return operation(step).filter(Overview::runsByItself).isPresent() ? Act.RUN : Act.NONE;
    }

    /** The operation that made the result in use; of a step that was never done, its own. */
    static Optional<Operation<?>> operation(StepStatus step) {
        return Operations.find(step.artefact().isPresent() ? step.artefact().get().operation() : step.id());
    }

    private static <S> boolean runsByItself(Operation<S> operation) {
        try {
            return operation.again(operation.settings().read(new JsonObject())).isPresent();
        } catch (InputException e) {
            return false; // there are settings that only a person can give
        }
    }
}
