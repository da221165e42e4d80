package org.hydraworkbench.app.shell;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.work.Guide;
import org.hydraworkbench.project.work.StepStatus;
import org.jspecify.annotations.Nullable;

/** How far each step is, kept up to date with the project and the running jobs. Belongs to the JavaFX thread. */
public final class StepStatesModel {

    private static final Guide NO_GUIDE = new Guide(List.of());

    private final ProjectContext project;
    private final JobRunner jobs;
    private final Map<Step, ReadOnlyObjectWrapper<WorkspaceState>> shown = new EnumMap<>(Step.class);
    private final ReadOnlyObjectWrapper<Guide> guide = new ReadOnlyObjectWrapper<>(NO_GUIDE);
    private final ReadOnlyObjectWrapper<Map<String, JobRun<?>>> doing = new ReadOnlyObjectWrapper<>(Map.of());
    private final ReadOnlyObjectWrapper<@Nullable JobRun<?>> active = new ReadOnlyObjectWrapper<>();
    private Map<Step, WorkspaceState> standing = StepStates.ofNone();
    private boolean asking;
    private boolean askAgain;

    public StepStatesModel(ProjectContext project, JobRunner jobs) {
        this.project = project;
        this.jobs = jobs;
        for (Step step : Step.values()) {
            shown.put(step, new ReadOnlyObjectWrapper<>(WorkspaceState.empty("")));
        }
        project.projectProperty().subscribe(now -> forget());
        project.addListener(change -> {
            switch (change.kind()) {
                case EDITS, CORPORA, ARTEFACTS, CURRENT, INFO -> refresh();
                case JOBS, CONVERSATIONS, TERMS -> {}
            }
        });
        jobs.runs().addListener((ListChangeListener<JobRun<?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(run -> {
                    run.doingProperty().subscribe(step -> show());
                    run.onEnded(this::show);
                });
            }
            show();
        });
    }

    /** The steps of the project that is open; none while none is. */
    public ReadOnlyObjectProperty<Guide> guideProperty() {
        return guide.getReadOnlyProperty();
    }

    /** Whether all is there that a step of the guide needs. */
    public BooleanBinding possible(String id) {
        return Bindings.createBooleanBinding(
                () -> guide.get().step(id).filter(step -> step.state() != StepStatus.State.WAITING).isPresent(), guide);
    }

    /** The jobs that do a step of the guide just now, by the id of the step. */
    public ReadOnlyObjectProperty<Map<String, JobRun<?>>> doingProperty() {
        return doing.getReadOnlyProperty();
    }

    /** The job that has been going on, or waiting, longest; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable JobRun<?>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<WorkspaceState> stateProperty(Step step) {
        return wrapper(step).getReadOnlyProperty();
    }

    private ReadOnlyObjectWrapper<WorkspaceState> wrapper(Step step) {
        ReadOnlyObjectWrapper<WorkspaceState> found = shown.get(step);
        if (found == null) {
            throw new IllegalStateException("no state of " + step);
        }
        return found;
    }

    private void forget() {
        guide.set(NO_GUIDE);
        standing = StepStates.ofNone();
        show();
        refresh();
    }

    /** Asks the project again. Changes come in bursts; one question at a time is enough, and one more after the last change. */
    public void refresh() {
        Project now = project.projectProperty().get();
        if (now == null) {
            return;
        }
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        askAgain = false;
        jobs.query(() -> now.work().guide())
                .onDone(found -> {
                    if (project.projectProperty().get() == now) {
                        guide.set(found);
                        standing = StepStates.of(found);
                        show();
                    }
                })
                .onEnded(() -> {
                    asking = false;
                    if (askAgain) {
                        refresh();
                    }
                });
    }

    private void show() {
        Map<String, JobRun<?>> steps = new HashMap<>();
        Map<Step, JobRun<?>> running = new EnumMap<>(Step.class);
        JobRun<?> oldest = null;
        for (JobRun<?> run : jobs.runs()) {
            if (!run.isEnded()) {
                oldest = run;
                String step = run.doingProperty().get();
                if (!step.isEmpty()) {
                    steps.putIfAbsent(step, run);
                }
                @Nullable Step workspace = step.isEmpty() ? run.step() : Step.of(step);
                if (workspace != null) {
                    running.putIfAbsent(workspace, run);
                }
            }
        }
        active.set(oldest);
        doing.set(Map.copyOf(steps));
        for (Step step : Step.values()) {
            JobRun<?> run = running.get(step);
            wrapper(step).set(run == null ? standing.getOrDefault(step, WorkspaceState.empty("")) : WorkspaceState.running(run.title()));
        }
    }
}
