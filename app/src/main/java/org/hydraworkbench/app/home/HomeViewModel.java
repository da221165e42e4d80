package org.hydraworkbench.app.home;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.Navigator;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.app.shell.SettingsStore;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.StepStatesModel;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.WorkspaceState;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.work.Environment;
import org.jspecify.annotations.Nullable;

/** Home: where to begin, and with a project open how far it is and what comes next. */
final class HomeViewModel {

    /** The steps of the work, without Home itself. */
    static final List<Step> STEPS =
            Arrays.stream(Step.values()).filter(step -> step != Step.HOME).toList();

    private final SettingsStore settings;
    private final StepStatesModel states;
    private final Navigator navigator;
    private final ProjectActions actions;
    private final ReadOnlyBooleanProperty open;
    private final ObservableValue<String> title;
    private final ObservableValue<String> subtitle;
    private final ReadOnlyBooleanWrapper rerunPossible = new ReadOnlyBooleanWrapper();
    private final JobRunner jobs;
    private final Environment environment;
    private final ProjectContext project;
    private final ReadOnlyObjectWrapper<@Nullable Step> next = new ReadOnlyObjectWrapper<>();

    HomeViewModel(Workbench workbench, ProjectActions actions) {
        this.settings = workbench.settings();
        this.states = workbench.steps();
        this.navigator = workbench.navigator();
        this.actions = actions;
        jobs = workbench.jobs();
        project = workbench.project();
        environment = workbench.environment();
        open = project.openProperty();
        title = project.nameProperty();
        subtitle = Bindings.createStringBinding(
                () -> describe(project.projectProperty().get()), project.projectProperty());
        for (Step step : STEPS) {
            states.stateProperty(step).subscribe(state -> {
                next.set(findNext());
                askForRerun();
            });
        }
    }

    private static String describe(@Nullable Project project) {
        if (project == null) {
            return "";
        }
        ProjectInfo info = project.info();
        return Texts.format(
                "home.languages",
                info.sourceLanguage().displayName(),
                info.targetLanguage().displayName(),
                project.file());
    }

    /** The first step that is out of date; else the first that could be done and is not. */
    private @Nullable Step findNext() {
        for (WorkspaceState.Kind kind : List.of(WorkspaceState.Kind.STALE, WorkspaceState.Kind.READY)) {
            for (Step step : STEPS) {
                if (states.stateProperty(step).get().kind() == kind) {
                    return step;
                }
            }
        }
        return null;
    }

    private void askForRerun() {
        Project now = project.projectProperty().get();
        boolean stale = STEPS.stream()
                .anyMatch(step -> states.stateProperty(step).get().kind() == WorkspaceState.Kind.STALE);
        if (now == null || !stale) {
            rerunPossible.set(false);
            return;
        }
        rerunPossible.set(states.guideProperty().get().isStale());
    }

    /** Whether something is out of date that can be made again by itself. */
    ReadOnlyBooleanProperty rerunPossibleProperty() {
        return rerunPossible.getReadOnlyProperty();
    }

    /** Makes again what is out of date. */
    void rerun() {
        project.current().ifPresent(now -> {
            rerunPossible.set(false);
            jobs.submit(Step.HOME, now.work().rerun(environment)).onEnded(this::askForRerun);
        });
    }

    ReadOnlyBooleanProperty openProperty() {
        return open;
    }

    /** The name of the project. */
    ObservableValue<String> titleProperty() {
        return title;
    }

    /** Its languages and its file. */
    ObservableValue<String> subtitleProperty() {
        return subtitle;
    }

    ReadOnlyObjectProperty<WorkspaceState> stateProperty(Step step) {
        return states.stateProperty(step);
    }

    /** The step to go to next; none when everything is done and up to date. */
    ReadOnlyObjectProperty<@Nullable Step> nextProperty() {
        return next.getReadOnlyProperty();
    }

    void go(Step step) {
        navigator.show(step);
    }

    /** Project files opened lately. */
    ObservableValue<List<Path>> recentProperty() {
        return settings.currentProperty().map(Settings::recent);
    }

    void openRecent(Path file) {
        actions.openRecent(file);
    }

    void forget(Path file) {
        settings.update(now -> now.withoutRecent(file));
    }
}
