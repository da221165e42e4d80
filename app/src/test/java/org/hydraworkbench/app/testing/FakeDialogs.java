package org.hydraworkbench.app.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Dialog;
import org.hydraworkbench.app.shell.Dialogs;
import org.hydraworkbench.app.shell.FileKind;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.text.Direction;

/** Dialogs that answer what the test set, and remember what they were asked. */
public final class FakeDialogs implements Dialogs {

    /** Everything that was shown or asked, in order. */
    public final List<String> asked = new ArrayList<>();

    /** What stood below the titles of questions whether to do something, in order. */
    public final List<String> questions = new ArrayList<>();

    /** The answer to every question whether to do something. */
    public boolean confirms = true;

    /** The text typed into every question for a text. */
    public Optional<String> text = Optional.empty();

    /** The file or folder chosen in every chooser. */
    public Optional<Path> file = Optional.empty();

    /** What the last chooser of several files offered to choose from. */
    public List<FileKind> kinds = List.of();

    @Override
    public void error(String what, HydraException error) {
        asked.add(what + ": " + error.getMessage());
    }

    @Override
    public void information(String title, String message) {
        asked.add(title);
    }

    @Override
    public boolean confirm(String title, String question, String doIt) {
        asked.add(title);
        questions.add(question);
        return confirms;
    }

    @Override
    public Optional<String> askText(String title, String label, String initial) {
        asked.add(title);
        return text;
    }

    @Override
    public Optional<String> askSentence(String title, String label, String initial, Function<String, Direction> direction) {
        return askText(title, label, initial);
    }

    @Override
    public Optional<Path> openFile(String title, List<FileKind> kinds) {
        asked.add(title);
        return file;
    }

    @Override
    public List<Path> openFiles(String title, List<FileKind> offered) {
        asked.add(title);
        kinds = offered;
        return file.stream().toList();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        asked.add(title);
        return file;
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
        asked.add(title);
        return file;
    }

    @Override
    public <R> Optional<R> show(Dialog<R> dialog) {
        asked.add(dialog.getHeaderText());
        return Optional.empty();
    }
}
