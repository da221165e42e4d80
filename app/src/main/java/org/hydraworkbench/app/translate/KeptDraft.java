package org.hydraworkbench.app.translate;

import javafx.beans.property.StringProperty;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.project.Project;
import org.jspecify.annotations.Nullable;

/** A text that is being typed: it belongs to the open project, is stored there as it is typed, and is there again when the project is. */
final class KeptDraft {

    private final Workbench workbench;
    private final StringProperty text;
    private boolean recalling;

    KeptDraft(Workbench workbench, StringProperty text) {
        this.workbench = workbench;
        this.text = text;
        text.addListener((property, before, now) -> keep(now));
        workbench.project().projectProperty().subscribe(this::recall);
    }

    private void keep(String typed) {
        if (!recalling) {
            workbench.project().current().ifPresent(project ->
                    workbench.jobs().command(() -> project.conversations().keepDraft(typed)));
        }
    }

    private void recall(@Nullable Project project) {
        show("");
        if (project != null) {
            workbench.jobs().query(() -> project.conversations().draft()).onDone(kept -> {
                boolean untouched = text.get().isEmpty() && workbench.project().projectProperty().get() == project;
                if (untouched) {
                    show(kept);
                }
            });
        }
    }

    private void show(String kept) {
        recalling = true;
        text.set(kept);
        recalling = false;
    }
}
