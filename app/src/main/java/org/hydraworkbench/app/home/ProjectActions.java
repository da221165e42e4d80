package org.hydraworkbench.app.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.app.shell.JobRun;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.LeaveQuestion;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.demo.DemoProject;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Makes, opens, copies and closes projects: commands of Home and of the menu. */
final class ProjectActions {

    /** Asks for what a new project needs; a window does it, tests answer themselves. */
    @FunctionalInterface
    interface Asking {
        Optional<NewProjectViewModel.Request> ask(NewProjectViewModel model);
    }

    private static final List<FileKind> KINDS =
            List.of(FileKind.of(Texts.get("home.projectFiles"), "*" + Project.EXTENSION));

    private final Workbench workbench;
    private final Asking asking;
    private final NewProjectDraft draft;
    private final Path projects;
    private final ActionSpec demo;
    private final ActionSpec create;
    private final ActionSpec open;
    private final ActionSpec saveCopy;
    private final ActionSpec close;

    /**
     * @param draft what was typed for a new project before
     * @param projects where projects go, the person's copy of the demo among them, when nothing else is chosen
     */
    ProjectActions(Workbench workbench, Asking asking, NewProjectDraft draft, Path projects) {
        this.draft = draft;
        this.projects = projects;
        this.workbench = workbench;
        this.asking = asking;
        demo = ActionSpec.of("project.demo", this::openDemo).withIcon(MaterialDesignP.PLAY_CIRCLE_OUTLINE);
        create = ActionSpec.of("project.new", this::create)
                .withIcon(MaterialDesignF.FOLDER_PLUS_OUTLINE)
                .withKeys("Shortcut+N");
        open = ActionSpec.of("project.open", this::open)
                .withIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE)
                .withKeys("Shortcut+O");
        saveCopy = ActionSpec.of("project.saveCopy", this::saveCopy)
                .withIcon(MaterialDesignC.CONTENT_SAVE_MOVE_OUTLINE)
                .withKeys("Shortcut+Shift+S")
                .enabledWhen(workbench.project().openProperty());
        close = ActionSpec.of("project.close", this::close)
                .withIcon(MaterialDesignC.CLOSE)
                .withKeys("Shortcut+W")
                .enabledWhen(workbench.project().openProperty());
    }

    /** The ways to begin, the one for newcomers first. */
    List<ActionSpec> beginnings() {
        return List.of(demo, create, open);
    }

    List<ActionSpec> all() {
        return List.of(demo, create, open, saveCopy, close);
    }

    private void create() {
        if (mayLeave()) {
            asking.ask(draft.form(defaultFolder()))
                    .ifPresent(request -> show(() -> Project.create(
                                    request.file(), request.name(), request.source(), request.target()))
                            .onDone(made -> draft.forget()));
        }
    }

    /** Beside the project that was made or opened last, where that is a folder that a person sees, else where projects go. */
    private Path defaultFolder() {
        return workbench.settings().current().recent().stream()
                .map(recent -> recent.file().getParent())
                .filter(folder -> folder != null && Files.isDirectory(folder) && !isHidden(folder))
                .findFirst()
                .orElse(projects);
    }

    private static boolean isHidden(Path folder) {
        for (Path name : folder) {
            if (name.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private void open() {
        if (mayLeave()) {
            workbench.dialogs().openFile(Texts.get("action.project.open"), KINDS).ifPresent(this::openFile);
        }
    }

    /** Opens a project whose file is known, unless the person stays because jobs are running. */
    void openRecent(Path file) {
        if (mayLeave()) {
            openFile(file);
        }
    }

    void openFile(Path file) {
        show(() -> Project.open(file));
    }

    /** Opens the person's copy of the demo, making it the first time. */
    void openDemo() {
        if (mayLeave()) {
            Path file = projects.resolve(Texts.get("home.demo.file") + Project.EXTENSION);
            if (Files.exists(file)) {
                openFile(file);
            } else {
                workbench.project().make(new MakeDemo(file)).onDone(this::opened);
            }
        }
    }

    private JobRun<Project> show(JobRunner.Query<Project> opener) {
        return workbench.project().open(opener).onDone(this::opened);
    }

    /** Unless another was asked for meanwhile. */
    private void opened(Project project) {
        if (workbench.project().current().filter(project::equals).isEmpty()) {
            return;
        }
        workbench.settings().update(now -> now.withRecent(project.file(), project.info().name()));
        workbench.navigator().show(Step.HOME);
        workbench.notices().status(Texts.format("home.opened", project.info().name()));
        if (!project.remarks().isEmpty()) {
            workbench.notices().problem(String.join("\n", project.remarks()), null);
        }
        finishSearchIndexes(project);
    }

    /** An import whose index was interrupted is searched slowly until that is made. */
    private void finishSearchIndexes(Project project) {
        workbench.jobs().query(() -> project.corpora().notSearchable()).onDone(waiting -> {
            if (!waiting.isEmpty()) {
                workbench.jobs().submit(Step.CORPUS, project.work().finishSearchIndexes());
            }
        });
    }

    /** Jobs belong to the project that is open: leaving it ends them, if the person agrees. */
    private boolean mayLeave() {
        return LeaveQuestion.agreed(workbench.jobs(), workbench.dialogs(), Texts.get("home.leave.do"));
    }

    private void saveCopy() {
        workbench.project().current().ifPresent(project -> workbench.dialogs()
                .saveFile(Texts.get("action.project.saveCopy"), project.info().name() + Project.EXTENSION, KINDS)
                .ifPresent(file -> workbench.jobs().submit(Step.HOME, new SaveCopy(project, file))));
    }

    private void close() {
        if (mayLeave()) {
            workbench.project().leave();
            workbench.navigator().show(Step.HOME);
        }
    }

    private record MakeDemo(Path file) implements Job<Project> {
        @Override
        public String title() {
            return Texts.get("home.demo.making");
        }

        @Override
        public Project run(Progress progress) throws HydraException {
            return DemoProject.create(file, progress);
        }
    }

    private record SaveCopy(Project project, Path file) implements Job<Path> {
        @Override
        public String title() {
            return Texts.format("home.copying", file.getFileName());
        }

        @Override
        public Path run(Progress progress) throws HydraException {
            project.saveCopy(file, progress);
            return file;
        }
    }
}
