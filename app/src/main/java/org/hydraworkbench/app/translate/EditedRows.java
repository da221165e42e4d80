package org.hydraworkbench.app.translate;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Lease;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.RowOverlay;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.links.LiveEffect;

/**
 * What the person's edits since the Hydra was made add to its tables of the new language. Brought up to date while it is looked
 * at: the workspace in which an edit is made shows first what that edit changed.
 */
final class EditedRows {

    private final Workbench workbench;
    private final ReadOnlyObjectWrapper<RowOverlay> overlay = new ReadOnlyObjectWrapper<>(RowOverlay.none());
    private final Set<Long> pending = new HashSet<>();
    private boolean manyPending;
    private boolean watched;
    private int asked;

    EditedRows(Workbench workbench) {
        this.workbench = workbench;
        workbench.project().projectProperty().subscribe(project -> {
            pending.clear();
            manyPending = false;
            overlay.set(RowOverlay.none());
            settle();
        });
        workbench.project().addListener(this::heard);
    }

    ReadOnlyObjectProperty<RowOverlay> overlayProperty() {
        return overlay.getReadOnlyProperty();
    }

    RowOverlay overlay() {
        return overlay.get();
    }

    /** Whether someone looks at it now. */
    void setWatched(boolean value) {
        watched = value;
        settle();
    }

    private void heard(ProjectChange change) {
        switch (change.kind()) {
            case EDITS -> {
                pending.addAll(change.pairs());
                manyPending |= change.pairs().isEmpty();
                settle();
            }
            case ARTEFACTS, CURRENT -> settle();
            case CORPORA, JOBS -> {}
        }
    }

    private void settle() {
        Project project = workbench.project().current().orElse(null);
        if (!watched || project == null) {
            return;
        }
        int number = ++asked;
        Set<Long> edited = Set.copyOf(pending);
        boolean many = manyPending;
        pending.clear();
        manyPending = false;
        workbench.jobs().query(progress -> read(project, edited, many, progress)).onDone(found -> {
            if (number == asked) {
                overlay.set(found);
            }
        });
    }

    private static RowOverlay read(Project project, Set<Long> edited, boolean many, Progress progress) throws HydraException {
        Optional<Lease<LiveEffect>> found = project.alignments().live(progress);
        if (found.isEmpty()) {
            return RowOverlay.none();
        }
        Collection<Long> pairs = many ? project.edits().editedPairs() : edited;
        try (Lease<LiveEffect> live = found.get()) {
            return pairs.isEmpty() ? live.get().overlay() : live.get().apply(pairs).overlay();
        }
    }
}
