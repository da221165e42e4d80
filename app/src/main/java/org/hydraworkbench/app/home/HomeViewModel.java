package org.hydraworkbench.app.home;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.hydraworkbench.app.parts.ProjectReading;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.GuideTexts;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.Settings;
import org.hydraworkbench.app.shell.SettingsStore;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.StepStatesModel;
import org.hydraworkbench.app.shell.Target;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.Use;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.project.settings.FolderSettings;
import org.hydraworkbench.project.work.Operations;
import org.hydraworkbench.project.work.Rerun;
import org.hydraworkbench.project.work.StepStatus;
import org.hydraworkbench.tokenizer.Unit;
import org.jspecify.annotations.Nullable;

/** Home: where to begin, and with a project open how far it is and what comes next. */
final class HomeViewModel {

    /** The action of the corpus workspace that asks for files. */
    private static final Target IMPORT = new Target.Action("corpus.import");

    private final Workbench workbench;
    private final SettingsStore settings;
    private final StepStatesModel states;
    private final ProjectActions actions;
    private final ObservableValue<String> subtitle;
    private final ObjectBinding<Overview> overview;
    private final ProjectReading<Optional<Interrupted>> interrupted;
    private final ProjectReading<Optional<Path>> lost;

    HomeViewModel(Workbench workbench, ProjectActions actions) {
        this.workbench = workbench;
        this.settings = workbench.settings();
        this.states = workbench.steps();
        this.actions = actions;
        var project = workbench.project().projectProperty();
        interrupted = new ProjectReading<>(workbench, Interrupted.NEWS, Optional.empty(), Interrupted::find);
        lost = new ProjectReading<>(
                workbench,
                EnumSet.of(ProjectChange.Kind.ARTEFACTS, ProjectChange.Kind.CURRENT),
                Optional.empty(),
                open -> open.artefacts().lost());
        states.guideProperty().addListener((property, before, now) -> {
            lost.ask(); // looking anew is a look at the files
            interrupted.ask();
        });
        subtitle = Bindings.createStringBinding(() -> describe(project.get()), project);
        overview = Bindings.createObjectBinding(
                () -> Overview.of(
                        states.guideProperty().get(),
                        states.doingProperty().get(),
                        states.activeProperty().get()),
                states.guideProperty(),
                states.doingProperty(),
                states.activeProperty());
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

    ReadOnlyBooleanProperty openProperty() {
        return workbench.project().openProperty();
    }

    /** The name of the project. */
    ObservableValue<String> titleProperty() {
        return workbench.project().nameProperty();
    }

    /** Its languages and its file. */
    ObservableValue<String> subtitleProperty() {
        return subtitle;
    }

    /** How far the project is and what comes next. */
    ObservableValue<Overview> overviewProperty() {
        return overview;
    }

    Overview overview() {
        return overview.get();
    }

    /** The project's folder, when it is missing. */
    ObservableValue<Optional<Path>> lostProperty() {
        return lost.valueProperty();
    }

    /** A training that ended early and can be gone on with. */
    ObservableValue<Optional<Interrupted>> interruptedProperty() {
        return interrupted.valueProperty();
    }

    /** Goes on with the training that ended early. */
    void goOn() {
        workbench.project().current().ifPresent(project -> interrupted.get().ifPresent(training -> workbench.jobs()
                .submit(Step.TRAINING, project.work().resume(training.job(), workbench.environment()))));
    }

    /** Looks anew: files may have come or gone. */
    void refresh() {
        states.refresh();
    }

    void go(Step step) {
        workbench.navigator().show(step);
    }

    /** Does what comes next, as far as a click can; when all is done, there is the Hydra to ask. */
    void doNext() {
        switch (overview.get().next()) {
            case Overview.Next.Do next -> {
                switch (next.act()) {
                    case RUN -> workbench.project().current().ifPresent(project -> run(project, next.step()));
                    case CHOOSE_MODEL -> chooseModel();
                    case IMPORT -> workbench.navigator().show(Step.CORPUS, IMPORT);
                    case NONE -> next.workspace().ifPresent(this::go);
                }
            }
            case Overview.Next.Nothing nothing -> go(Step.TRANSLATE);
            case Overview.Next.Unknown unknown -> {}
            case Overview.Next.Working working -> {}
        }
    }

    /** Does what can be done before what comes next. */
    void doBeside(Overview.Beside beside) {
        switch (beside) {
            case IMPORT -> workbench.navigator().show(Step.CORPUS, IMPORT);
            case ALIGN -> workbench.project().current().ifPresent(project -> workbench.jobs().submit(
                    Step.ALIGNMENT,
                    project.work().job(
                            Operations.ALIGN,
                            AlignmentSettings.defaults().withUnit(Unit.WORD),
                            Use.ALWAYS,
                            workbench.environment())));
            case TRANSLATE -> go(Step.TRANSLATE);
        }
    }

    private void run(Project project, StepStatus step) {
        Overview.operation(step).ifPresent(operation -> workbench.jobs().submit(
                Step.of(step.id()),
                new StepJob(GuideTexts.name(step), project.work(), operation, workbench.environment())));
    }

    private void chooseModel() {
        Optional<Path> folder = workbench.dialogs().openFolder(Texts.get("home.chooseModel"));
        workbench.project().current().ifPresent(project -> folder.ifPresent(chosen -> workbench.jobs().submit(
                Step.of(Operations.BASE_MODEL.id()),
                project.work().job(Operations.BASE_MODEL, new FolderSettings(chosen), Use.ALWAYS, workbench.environment()))));
    }

    /** Makes again all that is out of date, and says in the end where it stopped, if it did. */
    void rerun() {
        workbench.project().current().ifPresent(project -> {
            JobRun<Rerun> run = workbench.jobs().submit(Step.HOME, project.work().rerun(workbench.environment()));
            run.onDone(this::tell).onFailed(
                    why -> stopped(Texts.format("home.rerun.failed", name(run.lastStep()), why.getMessage())));
        });
    }

    private String name(String step) {
        return states.guideProperty().get().step(step).map(GuideTexts::name).orElse(step);
    }

    private void tell(Rerun rerun) {
        List<String> names = rerun.made().stream().map(Artefact::name).toList();
        String made = Texts.format("home.rerun.made", names.size(), String.join(", ", names));
        if (rerun.stopped().isPresent()) {
            stopped(made + " " + rerun.stopped().get());
        } else {
            workbench.notices().status(made);
        }
    }

    private void stopped(String text) {
        workbench.notices().problem(text, ActionSpec.of("home.look", () -> go(Step.HOME)));
    }

    /** Projects opened lately. */
    ObservableValue<List<Settings.Recent>> recentProperty() {
        return settings.currentProperty().map(Settings::recent);
    }

    void openRecent(Path file) {
        actions.openRecent(file);
    }

    void forget(Path file) {
        settings.update(now -> now.withoutRecent(file));
    }
}
