package org.hydraworkbench.app.shell;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.app.writing.Wrapping;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.text.Direction;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Dialogs of the platform and of JavaFX, owned by the main window. Choosers remember the folder last used. */
final class FxDialogs implements Dialogs {

    private static final int COLUMNS = 40;
    private static final double WIDEST = 480;

    private final Window owner;
    private final Theme theme;
    private final SettingsStore settings;
    private @Nullable Path lastFolder;

    FxDialogs(Window owner, Theme theme, SettingsStore settings) {
        this.owner = owner;
        this.settings = settings;
        this.theme = theme;
    }

    @Override
    public void error(String what, HydraException error) {
        Dialog<ButtonType> dialog = new ErrorDialog(what, error);
        dress(dialog);
        dialog.showAndWait();
    }

    @Override
    public void information(String title, String text) {
        Alert alert = new Alert(Alert.AlertType.INFORMATION, text, ButtonType.OK);
        alert.setHeaderText(title);
        alert.setGraphic(new FontIcon(MaterialDesignI.INFORMATION_OUTLINE));
        dress(alert);
        alert.showAndWait();
    }

    @Override
    public boolean confirm(String title, String question, String doIt) {
        ButtonType yes = new ButtonType(doIt, ButtonBar.ButtonData.OK_DONE);
        Alert alert = question(title, question, yes);
        dress(alert);
        return alert.showAndWait().filter(yes::equals).isPresent();
    }

    /** A question whose safe answer is the one that Enter gives. */
    static Alert question(String title, String question, ButtonType yes) {
        ButtonType no = new ButtonType(Texts.get("dialog.back"), ButtonBar.ButtonData.CANCEL_CLOSE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, question, yes, no);
        alert.setHeaderText(title);
        alert.setGraphic(new FontIcon(MaterialDesignH.HELP_CIRCLE_OUTLINE));
        ((Button) alert.getDialogPane().lookupButton(yes)).setDefaultButton(false);
        ((Button) alert.getDialogPane().lookupButton(no)).setDefaultButton(true);
        return alert;
    }

    @Override
    public Optional<String> askText(String title, String label, String initial) {
        TextInputDialog dialog = new TextInputDialog(initial);
        dialog.setHeaderText(title);
        dialog.setGraphic(new FontIcon(MaterialDesignP.PENCIL_OUTLINE));
        dialog.setContentText(label);
        dialog.getEditor().setAccessibleText(label);
        dialog.getEditor().setPrefColumnCount(COLUMNS);
        Directed.byText(dialog.getEditor());
        // its label would break between letters where the text is large
        dialog.getDialogPane().getContent().lookupAll(".label").forEach(name -> ((Label) name).setMinWidth(Region.USE_PREF_SIZE));
        dress(dialog);
        return dialog.showAndWait();
    }

    @Override
    public Optional<String> askSentence(String title, String label, String initial, Function<String, Direction> direction) {
        return show(new SentenceDialog(title, label, initial, direction));
    }

    @Override
    public <R> Optional<R> show(Dialog<R> dialog) {
        dress(dialog);
        return dialog.showAndWait();
    }

    /** Lets a text with letters that run from right to left break into lines, which the label of JavaFX cannot. */
    private static void write(DialogPane pane) {
        String text = pane.getContentText();
        if (pane.getContent() == null && text != null && !text.isEmpty()) {
            Sentence sentence = new Sentence(text, Direction.LEFT_TO_RIGHT);
            sentence.setId("dialog-text");
            sentence.setMaxWidth(WIDEST);
            VBox content = new VBox(sentence);
            content.getStyleClass().add("content");
            pane.setContent(content);
        }
        pane.lookupAll(".header-panel .label").forEach(label -> Wrapping.on((Label) label));
    }

    private void dress(Dialog<?> dialog) {
        write(dialog.getDialogPane());
        dialog.initOwner(owner);
        dialog.setTitle(dialog.getHeaderText());
        OnScreen.keep(dialog);
        dialog.setResizable(true);
        dialog.getDialogPane().setMinHeight(Region.USE_PREF_SIZE);
        theme.dress(dialog.getDialogPane().getScene());
        ChoiceKeys.on(dialog.getDialogPane().getScene());
    }

    @Override
    public Optional<Path> openFile(String title, List<FileKind> kinds) {
        return remember(fileChooser(title, kinds).showOpenDialog(owner));
    }

    @Override
    public List<Path> openFiles(String title, List<FileKind> kinds) {
        List<File> files = fileChooser(title, kinds).showOpenMultipleDialog(owner);
        if (files == null) {
            return List.of();
        }
        files.stream().findFirst().ifPresent(this::remember);
        return files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> openFolder(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(initialFolder());
        Optional<Path> folder = Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        folder.ifPresent(chosen -> lastFolder = chosen.getParent()); // what is chosen next lies beside it rather than in it
        return folder;
    }

    @Override
    public Optional<Path> saveFile(String title, String suggestedName, List<FileKind> kinds) {
        FileChooser chooser = fileChooser(title, kinds);
        chooser.setInitialFileName(suggestedName);
        return remember(chooser.showSaveDialog(owner));
    }

    private FileChooser fileChooser(String title, List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(initialFolder());
        for (FileKind kind : kinds) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.description(), kind.patterns()));
        }
        return chooser;
    }

    /** The folder used last, else that of the project opened last, else where projects go, else the person's home. */
    private @Nullable File initialFolder() {
        return Stream.of(
                        Stream.ofNullable(lastFolder),
                        settings.current().recent().stream().map(recent -> recent.file().getParent()),
                        Stream.of(UserFolders.projects(), Path.of(System.getProperty("user.home", "."))))
                .flatMap(folders -> folders)
                .filter(folder -> folder != null && Files.isDirectory(folder))
                .findFirst()
                .map(Path::toFile)
                .orElse(null);
    }

    private Optional<Path> remember(@Nullable File file) {
        if (file == null) {
            return Optional.empty();
        }
        lastFolder = file.toPath().toAbsolutePath().getParent();
        return Optional.of(file.toPath());
    }
}
