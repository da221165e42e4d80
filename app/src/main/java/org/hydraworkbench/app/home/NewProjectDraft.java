package org.hydraworkbench.app.home;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What was typed for a new project that was not made: it is there when a person is asked again. */
final class NewProjectDraft {

    private @Nullable NewProjectViewModel last;

    /** A form that begins with what was typed last, in {@code folder} unless another was chosen. */
    NewProjectViewModel form(Path folder) {
        NewProjectViewModel form = new NewProjectViewModel(folder);
        if (last != null) {
            form.recall(last);
        }
        last = form;
        return form;
    }

    /** The project was made. */
    void forget() {
        last = null;
    }
}
