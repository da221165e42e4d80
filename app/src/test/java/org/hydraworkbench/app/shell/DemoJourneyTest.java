package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.FakeDialogs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The heart of the workbench on the shipped demo: an edited link changes the mapping, and the model that answers. */
class DemoJourneyTest extends ApplicationTest {

    @TempDir
    static Path folder;

    private static String home;
    private Shell shell;

    @BeforeAll
    static void liveElsewhere() {
        home = System.setProperty("user.home", folder.toString());
    }

    @AfterAll
    static void comeHome() {
        System.setProperty("user.home", home);
    }

    @Override
    public void start(Stage stage) {
        SettingsStore settings = SettingsStore.open(folder.resolve("settings"));
        shell = new Shell(
                stage, settings, new Theme(settings), new FakeDialogs(), ServiceLoader.load(WorkspaceProvider.class));
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1000);
        stage.setHeight(900);
        stage.show();
    }

    @AfterEach
    void close() {
        interact(() -> {
            shell.workbench().jobs().close();
            shell.workbench().project().leave();
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private boolean isShown(String selector) {
        return lookup(selector).tryQuery().filter(Node::isVisible).isPresent();
    }

    private String spoken(String selector) {
        String text = lookup(selector).query().getAccessibleText();
        return text == null ? "" : text;
    }

    private String text(String selector) {
        return lookup(selector).queryAs(Labeled.class).getText();
    }

    @Test
    void anEditedLinkOfTheDemoChangesTheMappingAndTheAnsweringModel() throws Exception {
        clickOn("#project-demo");
        until(() -> shell.workbench().project().projectProperty().get() != null);

        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> isShown("#heatmap") && isShown("#effect") && !spoken("#heatmap").isEmpty());
        clickOn("#heatmap").push(KeyCode.SPACE);
        until(() -> !lookup("#effect-changed").queryAs(VBox.class).getChildren().isEmpty());
        assertThat(lookup(".mixture-value.moved").tryQuery()).isPresent();

        push(KeyCode.CONTROL, KeyCode.DIGIT8);
        until(() -> isShown("#translate-input"));
        clickOn("#translate-input").write("Do you speak Latin?").push(KeyCode.ENTER);
        until(() -> isShown(".bubble-answer .answer-token") && isShown(".bubble-answer .edited-rows"));
        assertThat(text(".bubble-answer .edited-rows")).contains("edited row");
    }
}
