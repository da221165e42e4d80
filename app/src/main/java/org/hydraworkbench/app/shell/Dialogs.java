package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Dialog;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.text.Direction;

/** Every dialog and file chooser, so that view models can ask a person and tests can answer. Call on the JavaFX thread. */
public interface Dialogs {

    /** Shows what went wrong, what to do, and details to copy. {@code what} names what was tried. */
    void error(String what, HydraException error);

    /** Tells something that the person has to know before going on. */
    void information(String title, String text);

    /** Asks before something is done; {@code doIt} is the text of the button that does it, a verb. */
    boolean confirm(String title, String question, String doIt);

    /** Asks for a line of text; empty when the person cancelled. */
    Optional<String> askText(String title, String label, String initial);

    /**
     * Asks for a sentence, with room for a long one; empty when the person cancelled.
     *
     * @param direction which way what is typed runs
     */
    Optional<String> askSentence(String title, String label, String initial, Function<String, Direction> direction);

    Optional<Path> openFile(String title, List<FileKind> kinds);

    List<Path> openFiles(String title, List<FileKind> kinds);

    Optional<Path> openFolder(String title);

    Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds);

    /** Shows a workspace's own dialog over the window, in its look; empty when the person cancelled. */
    <R> Optional<R> show(Dialog<R> dialog);
}
