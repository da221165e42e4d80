package org.hydraworkbench.app.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.work.Guide;

/** How far each step is, kept up to date with the project and the running jobs. Belongs to the JavaFX thread. */
public final class StepStatesModel {

    private final ProjectContext project;
    private final JobRunner jobs;
    private final Map<Step, ReadOnlyObjectWrapper<WorkspaceState>> shown = new EnumMap<>(Step.class);
    private static final Guide NO_GUIDE = new Guide(List.of());

    private final ReadOnlyObjectWrapper<Guide> guide = new ReadOnlyObjectWrapper<>(NO_GUIDE);
    private Map<Step, WorkspaceState> standing = StepStates.ofNone();
    private boolean asking;
    private boolean askAgain;

    public StepStatesModel(ProjectContext project, JobRunner jobs) {
        this.project = project;
        this.jobs = jobs;
        for (Step step : Step.values()) {
            shown.put(step, new ReadOnlyObjectWrapper<>(WorkspaceState.empty("")));
        }
        project.revisionProperty().subscribe(revision -> ask());
        jobs.runs().addListener((ListChangeListener<JobRun<?>>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(run -> run.onEnded(this::show));
            }
            show();
        });
    }

    /** The steps of the project that is open; none while none is. */
    public ReadOnlyObjectProperty<Guide> guideProperty() {
        return guide.getReadOnlyProperty();
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

    /** Changes come in bursts; one question at a time is enough, and one more after the last change. */
    private void ask() {
        Project now = project.projectProperty().get();
        if (now == null) {
            guide.set(NO_GUIDE);
            standing = StepStates.ofNone();
            show();
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
                        ask();
                    }
                });
    }

    private void show() {
        for (Step step : Step.values()) {
            WorkspaceState state = standing.getOrDefault(step, WorkspaceState.empty(""));
            for (JobRun<?> run : jobs.runs()) {
                if (run.step() == step && !run.isEnded()) {
                    state = WorkspaceState.running(run.title());
                }
            }
            wrapper(step).set(state);
        }
    }
}
