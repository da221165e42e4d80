package org.hydraworkbench.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.jspecify.annotations.Nullable;

/** The project that is open, one at a time, and news of its changes. Belongs to the JavaFX thread. */
public final class ProjectContext {

    private record Names(String undo, String redo) {}

    private final JobRunner jobs;
    private final Executor window;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();
    private final Consumer<ProjectChange> news = this::heard;

    /** @param window the executor of the JavaFX thread */
    public ProjectContext(JobRunner jobs, Executor window) {
        this.jobs = jobs;
        this.window = window;
        open.bind(project.isNotNull());
    }

    /** The project that is open, or null. */
    public ReadOnlyObjectProperty<@Nullable Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public Optional<Project> current() {
        return Optional.ofNullable(project.get());
    }

    /** Whether a project is open. */
    public ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    /** The name of the project; empty while none is open. */
    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    /** Grows with every change: an edit, an undo, a new result, another project. Views that show the project listen to it. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Tells {@code listener} what changed in the project that is open, on the JavaFX thread. */
    public void addListener(Consumer<ProjectChange> listener) {
        listeners.add(listener);
    }

    /** What undo would take back; empty when there is nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return undoName.getReadOnlyProperty();
    }

    /** What redo would do again; empty when there is nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return redoName.getReadOnlyProperty();
    }

    /** Takes back the last action, after all commands given before. */
    public void undo() {
        current().ifPresent(now -> jobs.command(() -> now.history().undo()));
    }

    /** Does again what was taken back last, after all commands given before. */
    public void redo() {
        current().ifPresent(now -> jobs.command(() -> now.history().redo()));
    }

    /** Opens a project in the background with {@code opener}, after closing the one that is open. */
    public JobRun<Project> open(JobRunner.Query<Project> opener) {
        closeInBackground();
        // A command, so that the one before is closed by then: the two may be the same.
        return jobs.commandWithAnswer(opener).onDone(this::show);
    }

    /** Makes a project with a job that the status bar lists, and opens it, after closing the one that is open. */
    public JobRun<Project> make(Job<Project> maker) {
        closeInBackground();
        return jobs.submit(Step.HOME, maker).onDone(this::show);
    }

    /** Closes the project that is open after all commands given before; nothing is open from now on. */
    public void closeInBackground() {
        Project before = project.get();
        show(null);
        if (before != null) {
            jobs.command(before::close);
        }
    }

    /** Closes the project that is open, waiting until everything is written: for the end of the program. */
    public void close() throws HydraException {
        Project before = project.get();
        show(null);
        if (before != null) {
            before.close();
        }
    }

    private void show(@Nullable Project next) {
        Project before = project.get();
        if (before != null) {
            before.removeListener(news);
        }
        if (next != null) {
            next.addListener(news);
        }
        name.set(next == null ? "" : next.info().name());
        project.set(next);
        revision.set(revision.get() + 1);
        askNames();
    }

    private void heard(ProjectChange change) {
        window.execute(() -> {
            if (project.get() != null) {
                revision.set(revision.get() + 1);
                listeners.forEach(listener -> listener.accept(change));
                askNames();
            }
        });
    }

    private void askNames() {
        Project now = project.get();
        if (now == null) {
            undoName.set("");
            redoName.set("");
            return;
        }
        long asked = revision.get();
        jobs.query(() -> new Names(
                        now.history().undoName().orElse(""), now.history().redoName().orElse("")))
                .onDone(names -> {
                    if (asked == revision.get()) {
                        undoName.set(names.undo());
                        redoName.set(names.redo());
                    }
                });
    }
}
