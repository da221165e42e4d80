package org.hydraworkbench.app.shell;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The project that is open, one at a time, and news of its changes. Whatever listens to it listens as long as the context lives: the
 * workspaces have one that goes with them when another project is opened. Belongs to the JavaFX thread.
 */
public final class ProjectContext {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectContext.class);

    private final ProjectKeeper keeper;
    private final ReadOnlyObjectWrapper<@Nullable Project> project = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final List<Consumer<ProjectChange>> listeners = new CopyOnWriteArrayList<>();

    /** @param window the executor of the JavaFX thread */
    public ProjectContext(JobRunner jobs, Executor window) {
        this(new ProjectKeeper(jobs, window));
    }

    private ProjectContext(ProjectKeeper keeper) {
        this.keeper = keeper;
        open.bind(project.isNotNull());
        keeper.add(this);
    }

    /** Another context of the same projects, with listeners of its own. */
    ProjectContext another() {
        return new ProjectContext(keeper);
    }

    /** Tells its listeners that no project is open, and nothing from then on. */
    void end() {
        keeper.remove(this);
        listeners.clear();
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

    /** The name of a project that was left and is not closed yet; empty while there is none. */
    public ReadOnlyStringProperty closingProperty() {
        return keeper.closingProperty();
    }

    /** Tells {@code listener} what changed in the project that is open, on the JavaFX thread. */
    public void addListener(Consumer<ProjectChange> listener) {
        listeners.add(listener);
    }

    /** Has {@code last} called before a project is left, while it can still be written to. */
    public void beforeLeaving(Runnable last) {
        keeper.beforeLeaving(last);
    }

    /** What undo would take back; empty when there is nothing. */
    public ReadOnlyStringProperty undoNameProperty() {
        return keeper.undoNameProperty();
    }

    /** What redo would do again; empty when there is nothing. */
    public ReadOnlyStringProperty redoNameProperty() {
        return keeper.redoNameProperty();
    }

    /** Takes back the last action, after all commands given before; what that was, or empty when there was nothing. */
    public JobRun<Optional<Moved>> undo() {
        return keeper.undo();
    }

    /** Does again what was taken back last, after all commands given before; what that was, or empty when there was nothing. */
    public JobRun<Optional<Moved>> redo() {
        return keeper.redo();
    }

    /** Leaves the project that is open and, when that is closed, opens another in the background with {@code opener}. */
    public JobRun<Project> open(JobRunner.Query<Project> opener) {
        return keeper.open(opener);
    }

    /** Leaves the project that is open, makes another with a job that the status bar lists, and opens it. */
    public JobRun<Project> make(Job<Project> maker) {
        return keeper.make(maker);
    }

    /**
     * Leaves the project that is open, if one is: jobs and queries are asked to stop, nothing is open from now on, and the project is
     * closed in the background when the last of them has ended and all commands are done. The run ends then.
     */
    public JobRun<Boolean> leave() {
        return keeper.leave();
    }

    void show(@Nullable Project next) {
        name.set(next == null ? "" : next.info().name());
        project.set(next);
    }

    void tell(ProjectChange change) {
        listeners.forEach(listener -> tell(listener, change));
    }

    /** One listener that fails keeps the news from nobody else. */
    private static void tell(Consumer<ProjectChange> listener, ProjectChange change) {
        try {
            listener.accept(change);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}", change, e);
        }
    }
}
