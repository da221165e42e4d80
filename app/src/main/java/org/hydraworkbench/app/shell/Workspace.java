package org.hydraworkbench.app.shell;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * One workspace of the window. The shell makes it when it is shown for the first time, draws the header above it (title,
 * state, {@link #actions()}, Explain) and puts {@link #view()} below. All methods are called on the JavaFX thread.
 */
public interface Workspace {

    /** The class of a control that ends a job: only a person brings the focus there, lest a second Enter ends what the first began. */
    String ENDS_A_JOB = "ends-a-job";

    /** The content below the header; always the same node. */
    Node view();

    /**
     * What can be done here. The shell puts those with an icon into the header, all of them into the command palette, and
     * their accelerators work while this workspace is shown.
     */
    default List<ActionSpec> actions() {
        return List.of();
    }

    /** Facts of the open project that belong above the explanation of this step, a sentence each. */
    default List<String> facts() {
        return List.of();
    }

    /** The control that a person who comes here most likely wants first; null for the one at the top. */
    default @Nullable Node first() {
        return null;
    }

    /** The workspace comes into view; the place to ask for what changed meanwhile. */
    default void shown() {}

    /** Another workspace comes into view; text being typed is to be kept now. */
    default void hidden() {}

    /** Shows one thing, for example the pair that an example in another workspace refers to. */
    default void reveal(Target target) {}
}
