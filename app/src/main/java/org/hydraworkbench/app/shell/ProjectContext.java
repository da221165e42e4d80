package org.hydraworkbench.app.shell;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/** The project that is open, and news of its changes. Belongs to the JavaFX thread. */
public final class ProjectContext {

    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();

    /** Grows with every change to the project: an edit, an undo, a new result. Views that show the project listen to it. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }
}
