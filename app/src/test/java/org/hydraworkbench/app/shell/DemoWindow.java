package org.hydraworkbench.app.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The window on the shipped demo, as it is after the start. */
abstract class DemoWindow extends ApplicationTest {

    @TempDir
    static Path folder;

    private static String home;
    Shell shell;
    Stage stage;
    SettingsStore settings;

    @BeforeAll
    static void liveElsewhere() {
        home = System.setProperty("user.home", folder.toString());
    }

    @AfterAll
    static void comeHome() {
        System.setProperty("user.home", home);
    }

    @Override
    public void start(Stage window) {
        stage = window;
        settings = SettingsStore.open(folder.resolve("settings"));
        Theme theme = new Theme(settings);
        shell = new Shell(
                stage, settings, theme, new FxDialogs(stage, theme, settings), ServiceLoader.load(WorkspaceProvider.class));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        shell.opened(List.of(Launcher.DEMO));
    }

    @AfterEach
    void close() {
        interact(() -> {
            shell.workbench().jobs().close();
            shell.workbench().project().leave();
        });
    }

    static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** Shows a workspace and waits for something in it that is read in the background. */
    void show(Step step) throws Exception {
        until(() -> shell.workbench().project().projectProperty().get() != null);
        interact(() -> shell.model().show(step));
        String filled = switch (step) {
            case HOME -> ".home-step";
            case CORPUS -> "#corpus-table .table-row-cell:filled .table-cell";
            case TOKENIZER -> "#tokenizer-chips-target .token-chip";
            case ALIGNMENT -> "#alignment-pairs .table-row-cell:filled .table-cell";
            case MAPPING -> "#mapping-table .table-row-cell:filled .table-cell";
            case TRANSFER -> "#transfer-results .table-row-cell:filled .table-cell";
            case TRAINING -> "#training-runs .table-row-cell:filled .table-cell";
            case TRANSLATE -> "#translate-input";
            case EVALUATE -> "#evaluate-figures .table-row-cell:filled .table-cell";
        };
        until(() -> stage.getScene().lookup(filled) != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is read in the background changes the layout at any time. */
    static void laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    static Stream<Node> seen(Node node) {
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(DemoWindow::seen)
                : Stream.empty();
        return node.isVisible() ? Stream.concat(Stream.of(node), below) : Stream.empty();
    }
}
