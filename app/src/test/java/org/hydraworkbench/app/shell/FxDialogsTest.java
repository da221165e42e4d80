package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.text.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The real dialogs: each is titled by what it does, has an icon of the look and lies on the screen. */
class FxDialogsTest extends ApplicationTest {

    @TempDir
    static Path folder;

    private FxDialogs dialogs;

    @Override
    public void start(Stage stage) {
        SettingsStore settings = SettingsStore.open(folder);
        dialogs = new FxDialogs(stage, new Theme(settings), settings);
        stage.setScene(new Scene(new StackPane(), 300, 200));
        stage.setX(350);
        stage.setY(300);
        stage.show();
    }

    private DialogPane shown(String title) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> lookup(".dialog-pane").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        DialogPane pane = lookup(".dialog-pane").queryAs(DialogPane.class);
        Stage window = (Stage) pane.getScene().getWindow();
        assertThat(window.getTitle()).isEqualTo(title);
        assertThat(pane.getGraphic()).isInstanceOf(FontIcon.class);
        Rectangle2D place = new Rectangle2D(window.getX(), window.getY(), window.getWidth(), window.getHeight());
        assertThat(Screen.getPrimary().getVisualBounds().contains(place)).as("on the screen: " + place).isTrue();
        return pane;
    }

    @Test
    void enterGivesTheSafeAnswerToAQuestion() throws Exception {
        List<Boolean> answers = new ArrayList<>();
        Platform.runLater(() -> answers.add(dialogs.confirm("A job is still running", "It is cancelled.", "Quit anyway")));
        shown("A job is still running");
        push(KeyCode.ENTER);
        assertThat(answers).containsExactly(false);
    }

    /** JavaFX fails when it breaks such a text, and with it the drawing of the window. */
    @Test
    void aNameFromRightToLeftIsBrokenIntoLines() throws Exception {
        String name = "أمثلة من القرية ".repeat(8).strip();
        Platform.runLater(() -> dialogs.confirm("Remove “" + name + "”?", "The corpus “" + name + "” and its 180 pairs go.", "Remove"));
        DialogPane pane = shown("Remove “" + name + "”?");
        Region text = (Region) pane.lookup("#dialog-text");
        interact(() -> {
            for (double width = 120; width < 500; width += 20) {
                assertThat(pane.prefHeight(width)).isPositive();
            }
            assertThat(text.getHeight()).isGreaterThan(30);
        });
        push(KeyCode.ESCAPE);
    }

    @Test
    void anErrorIsTitledByWhatWasTried() throws Exception {
        Platform.runLater(() -> dialogs.error("Open “a.hydra”", new InputException("a.hydra: is no project")));
        shown("Open “a.hydra”");
        push(KeyCode.ESCAPE);
        assertThat(lookup(".dialog-pane").tryQuery()).isEmpty();
    }

    @Test
    void aTextIsAskedForInAFieldThatHoldsASentence() throws Exception {
        Platform.runLater(() -> dialogs.askText("Correct the translation", "The right translation", "Lluzeɣ."));
        shown("Correct the translation");
        assertThat(lookup(".text-field").query().getLayoutBounds().getWidth()).isGreaterThan(300);
        Label name = lookup("The right translation").queryAs(Label.class);
        assertThat(name.minWidth(-1)).as("its label is whole").isEqualTo(name.prefWidth(-1)).isGreaterThan(60);
        push(KeyCode.ESCAPE);
    }

    @Test
    void whatIsStillToBeLaidOutOfAClosedDialogFailsNowhere() throws Exception {
        List<Throwable> failed = new ArrayList<>();
        interact(() -> Thread.currentThread().setUncaughtExceptionHandler((thread, error) -> failed.add(error)));
        Platform.runLater(() -> dialogs.askText("Correct the translation", "The right translation", "Lluzeɣ."));
        DialogPane pane = shown("Correct the translation");
        push(KeyCode.ESCAPE);
        interact(() -> {
            pane.layout();
            pane.requestLayout();
        });
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        assertThat(failed).isEmpty();
    }

    /** JavaFX cannot break it within the field. */
    @Test
    void theWindowGrowsWithTheTextBelowTheField() throws Exception {
        String text = "كان البيت كبيرا، لكن الباب (رقم 273) صغير. ".repeat(6).strip();
        Platform.runLater(() -> dialogs.askSentence("Correct the translation", "The right translation", text, Direction::of));
        DialogPane pane = shown("Correct the translation");
        assertThat(pane.lookup(".whole-sentence").isVisible()).isTrue();
        awaitWhole(pane, 0);
        double before = pane.getScene().getHeight();
        interact(() -> ((TextArea) pane.lookup("#sentence")).setText(text + " " + text));
        awaitWhole(pane, before);
        push(KeyCode.ESCAPE);
    }

    /** It grows as it is laid out, which is later. */
    private static void awaitWhole(DialogPane pane, double above) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(() -> {
                    double height = pane.getScene().getHeight();
                    return height > above && height >= pane.prefHeight(pane.getWidth()) - 1;
                })
                .get());
    }
}
