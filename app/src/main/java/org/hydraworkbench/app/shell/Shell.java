package org.hydraworkbench.app.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.text.Isolates;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the window together: services for the workspaces, global actions, keys, polling, and an orderly end. */
final class Shell implements GlobalActions.Window {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 820;

    /** Room for the title that the desktop draws above the window. */
    private static final double TITLE_BAR = 40;

    private static final Logger LOG = LoggerFactory.getLogger(Shell.class);
    private static final Duration POLL = Duration.millis(100);
    private static final int JOBS_AT_A_TIME = 2;

    private final Stage stage;
    private final SettingsStore settings;
    private final Theme theme;
    private final Dialogs dialogs;
    private final Map<Step, WorkspaceProvider> providers = new EnumMap<>(Step.class);
    private final ShellViewModel model;
    private final JobRunner jobs;
    private final ProjectContext project;
    private final StepStatesModel steps;
    private final GlobalActions actions;
    private final List<ActionSpec> projectActions = new ArrayList<>();
    private final Workbench workbench;
    private Workbench present;
    private final ShellView view;
    private final StatusViewModel status;
    private final StatusBarView statusBar;
    private final NoticePane notices;
    private final ResultNotices results;
    private final UndoNotices undoing;
    private final Accelerators accelerators;
    private final JobsPopover jobsPopover;
    private final KeptPlace place;
    private boolean quitting;

    Shell(Stage stage, SettingsStore settings, Theme theme, Dialogs dialogs, Iterable<WorkspaceProvider> found) {
        this.stage = stage;
        this.settings = settings;
        this.theme = theme;
        this.dialogs = dialogs;
        found.forEach(provider -> providers.put(provider.step(), provider));
        model = new ShellViewModel(settings);
        jobs = new BackgroundJobRunner(Platform::runLater, JOBS_AT_A_TIME, this::ended);
        project = new ProjectContext(jobs, Platform::runLater);
        steps = new StepStatesModel(project, jobs);
        actions = GlobalActions.of(model, project, this);
        view = new ShellView(this::frame);
        notices = new NoticePane(view.content(), model);
        workbench = new Workbench(project, steps, jobs, dialogs, notices, model, settings, new LiveTraining(), new LoadedHydra());
        present = workbench.with(project.another());
        results = new ResultNotices(project, jobs, notices);
        undoing = new UndoNotices(notices);
        for (WorkspaceProvider provider : providers.values()) {
            projectActions.addAll(provider.globalActions(workbench));
        }
        status = new StatusViewModel(jobs, model.messageProperty());
        statusBar = new StatusBarView(
                status, providers.values().stream().map(provider -> provider.standing(workbench)).toList(), actions.jobs());
        jobsPopover = new JobsPopover(jobs);

        ObservableValue<String> name = Bindings.when(project.nameProperty().isEmpty())
                .then(Texts.get("project.none"))
                .otherwise(project.nameProperty());
        view.arrange(
                new TopBar(actions, menu(), project, name),
                new NavigationView(model, steps, settings, actions.navigation(), providers.keySet()),
                notices,
                statusBar);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Scene scene = new Scene(
                view, Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight() - TITLE_BAR));
        place = new KeptPlace(stage, settings);
        theme.dress(scene);
        ChoiceKeys.on(scene);
        accelerators = new Accelerators(scene);
        accelerators.setGlobal(everywhere());
        stage.setScene(scene);
        FocusKeeper.keep(scene, notices, gone -> view.shown().ifPresent(frame -> frame.focusNear(gone)));
        // Files may have come or gone while the person was elsewhere.
        stage.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                steps.refresh();
            }
        });
        stage.setMinWidth(720);
        stage.setMinHeight(480);
        stage.titleProperty().bind(Bindings.concat(name.map(Isolates::of), " – ", Texts.get("app.title")));
        stage.setOnCloseRequest(event -> {
            event.consume();
            quit();
        });
        model.placeProperty().subscribe(this::show);
        model.explainingProperty().subscribe(shown -> view.shown().ifPresent(frame -> frame.explain(shown)));
        poll().play();
        project.projectProperty().addListener((property, before, now) -> projectChanged(now));
        new ProjectFonts(project, theme, notices); // after what clears the notices of the project before
        project.beforeLeaving(() -> view.shown().ifPresent(frame -> frame.workspace().hidden()));
        project.closingProperty().addListener((property, before, now) -> {
            if (!now.isEmpty()) {
                model.setMessage(Texts.format("project.closing", now));
            } else if (project.current().isEmpty()) {
                model.setMessage(Texts.format("project.closed", before));
            }
        });
        settings.currentProperty().subscribe(now -> {
            nameAuthor(project.projectProperty().get(), now.author());
            status.setDevice(Texts.format("status.device." + now.device(), now.computeThreads()));
        });
        settings.problem().ifPresent(text -> notices.problem(text, null));
    }

    /** Lets the workspaces act on the arguments of the program. */
    void opened(List<String> arguments) {
        providers.values().forEach(provider -> provider.opened(workbench, arguments));
    }

    /** The workspaces are made anew, so that nothing that was typed or chosen for one project is there in the next. */
    private void projectChanged(@Nullable Project now) {
        nameAuthor(now, settings.current().author());
        notices.clear();
        jobs.tensorQuery(() -> {
            workbench.hydra().close(); // its memory is for what the next one needs
            return true;
        });
        view.forgetWorkspaces();
        present.project().end();
        present = workbench.with(project.another());
        ShellViewModel.Place home = new ShellViewModel.Place(Step.HOME, null);
        if (model.placeProperty().get().equals(home)) {
            show(home);
        } else {
            model.show(Step.HOME);
        }
    }

    private static void nameAuthor(@Nullable Project project, String author) {
        if (project != null && !author.isBlank()) {
            project.setPerson(author);
        }
    }

    private Timeline poll() {
        Timeline timeline = new Timeline(new KeyFrame(POLL, event -> status.poll()));
        timeline.setCycleCount(Animation.INDEFINITE);
        return timeline;
    }

    private List<List<ActionSpec>> menu() {
        return List.of(
                projectActions,
                List.of(actions.undo(), actions.redo(), actions.palette()),
                List.of(actions.navigation(), actions.theme(), actions.largerText(), actions.smallerText(), actions.normalText()),
                List.of(actions.explain(), actions.jobs(), actions.settings(), actions.quit()));
    }

    private List<ActionSpec> everywhere() {
        Set<String> absent = Arrays.stream(Step.values())
                .filter(step -> !providers.containsKey(step))
                .map(step -> "go." + step.id())
                .collect(Collectors.toSet());
        List<ActionSpec> all = new ArrayList<>(projectActions);
        actions.all().stream().filter(action -> !absent.contains(action.id())).forEach(all::add);
        return all;
    }

    private WorkspaceFrame frame(Step step) {
        WorkspaceProvider provider = providers.get(step);
        if (provider == null) {
            throw new IllegalStateException("no workspace for " + step);
        }
        WorkspaceFrame frame =
                new WorkspaceFrame(step, provider.create(present), steps.stateProperty(step), model.explainingProperty());
        KeptSizes.keep(frame.workspace().view(), settings, step);
        return frame;
    }

    private void show(ShellViewModel.Place place) {
        if (!providers.containsKey(place.step())) {
            return;
        }
        notices.movedOn();
        boolean focusFree = view.isFocusFree();
        WorkspaceFrame frame = view.show(place);
        if (focusFree || frame.workspace().first() != null) {
            frame.focus();
        }
        frame.explain(model.explainingProperty().get());
        accelerators.setLocal(frame.workspace().actions());
        if (place.target() instanceof Target.Action wanted) {
            // Not within the change that brought it into view: the action may open a dialog and wait.
            Platform.runLater(() -> frame.workspace().actions().stream()
                    .filter(action -> action.id().equals(wanted.id()))
                    .forEach(ActionSpec::run));
        }
    }

    private void ended(JobRun<?> run) {
        Step step = run.step();
        HydraException failure = run.failure();
        if (failure != null) {
            ActionSpec details = ActionSpec.of("details", () -> dialogs.error(run.title(), failure));
            String reason = failure.getMessage();
            if (step == null) {
                notices.passingFailed(reason, details);
            } else {
                notices.jobFailed(step, Texts.format("job.failed", run.title(), reason), details);
            }
        } else if (step != null && run.state() == JobRun.State.DONE) {
            notices.wentWell(step);
            results.done(run);
        } else if (step != null) {
            notices.status(Texts.format("job.cancelled", run.title()));
        }
    }

    @Override
    public void undo() {
        undoing.tell(project.undo(), "undo.done");
    }

    @Override
    public void redo() {
        undoing.tell(project.redo(), "redo.done");
    }

    @Override
    public void openPalette() {
        List<ActionSpec> all = new ArrayList<>();
        view.shown().ifPresent(frame -> all.addAll(frame.workspace().actions()));
        everywhere().stream().filter(action -> action != actions.palette()).forEach(all::add);
        view.openPalette(all);
        if (project.openProperty().get()) {
            Step here = model.placeProperty().get().step();
            offerElsewhere(providers.keySet().stream().filter(step -> step != here).iterator());
        }
    }

    /** Adds what other workspaces can do to the palette, one after the other, since some of them may have to be made for that. */
    private void offerElsewhere(Iterator<Step> steps) {
        if (steps.hasNext()) {
            Step step = steps.next();
            Platform.runLater(() -> {
                view.addToPalette(view.frame(step).workspace().actions().stream()
                        .map(action -> action.from(step, model))
                        .toList());
                offerElsewhere(steps);
            });
        }
    }

    @Override
    public void showJobs() {
        jobsPopover.toggle(statusBar.jobsButton());
    }

    @Override
    public void toggleExplanation() {
        model.explainingProperty().set(!model.explainingProperty().get());
    }

    @Override
    public void go(Step step) {
        model.show(step);
        view.shown().ifPresent(WorkspaceFrame::focus);
    }

    @Override
    public void toggleTheme() {
        Settings.ThemeChoice other = theme.isDark() ? Settings.ThemeChoice.LIGHT : Settings.ThemeChoice.DARK;
        settings.update(now -> now.withTheme(other));
    }

    @Override
    public void openSettings() {
        dialogs.show(new SettingsDialog(new SettingsViewModel(settings)));
    }

    /**
     * Ends the program: asks when jobs are running, leaves the project, and goes when that is closed. Whoever asks again while that
     * takes its time need not wait for it.
     */
    @Override
    public void quit() {
        if (quitting) {
            if (dialogs.confirm(Texts.get("quit.waiting"), Texts.get("quit.waiting.question"), Texts.get("quit.do"))) {
                end();
            }
        } else if (LeaveQuestion.agreed(jobs, dialogs, Texts.get("quit.do"))) {
            quitting = true;
            project.leave()
                    .onFailed(e -> {
                        LOG.error("the project was not closed in order", e);
                        dialogs.error(Texts.get("quit.failed"), e);
                    })
                    .onEnded(this::end);
        }
    }

    private void end() {
        place.keep();
        jobs.close();
        stage.hide();
        Platform.exit();
    }

    Workbench workbench() {
        return workbench;
    }

    ShellViewModel model() {
        return model;
    }
}
