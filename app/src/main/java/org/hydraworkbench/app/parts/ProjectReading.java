package org.hydraworkbench.app.parts;

import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;

/**
 * Something read from the open project, read again in the background when the project changes. Of answers that cross, the
 * last asked for holds. Belongs to the JavaFX thread.
 *
 * @param <R> what is read
 */
public final class ProjectReading<R> {

    /** Reads; called off the JavaFX thread. */
    @FunctionalInterface
    public interface Reader<R> {
        R read(Project project) throws HydraException;
    }

    private final Workbench workbench;
    private final R none;
    private final Reader<R> reader;
    private final ReadOnlyObjectWrapper<R> value;
    private final ReadOnlyBooleanWrapper unread = new ReadOnlyBooleanWrapper();
    private int asked;

    /**
     * @param kinds the changes after which it is read again
     * @param none the value while no project is open
     */
    public ProjectReading(Workbench workbench, Set<ProjectChange.Kind> kinds, R none, Reader<R> reader) {
        this.workbench = workbench;
        this.none = none;
        this.reader = reader;
        this.value = new ReadOnlyObjectWrapper<>(none);
        workbench.project().projectProperty().subscribe(project -> {
            unread.set(project != null);
            value.set(none);
            ask();
        });
        workbench.project().addListener(change -> {
            if (kinds.contains(change.kind())) {
                ask();
            }
        });
    }

    public ReadOnlyObjectProperty<R> valueProperty() {
        return value.getReadOnlyProperty();
    }

    /** Whether a project is open of which nothing is known yet: what is shown then says nothing of it. */
    public ReadOnlyBooleanProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    public R get() {
        return value.get();
    }

    /** Reads again now. */
    public void ask() {
        int number = ++asked;
        workbench.project().current().ifPresentOrElse(
                project -> workbench.jobs().query(() -> reader.read(project)).onDone(found -> {
                    if (number == asked) {
                        unread.set(false);
                        value.set(found);
                    }
                }).onEnded(() -> unread.set(unread.get() && number != asked)),
                () -> value.set(none));
    }
}
