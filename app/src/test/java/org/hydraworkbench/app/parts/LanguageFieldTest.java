package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class LanguageFieldTest extends ApplicationTest {

    private final LanguageField field = new LanguageField(new SimpleStringProperty(""), "language");
    private final VBox box = new VBox(field);

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        Scene scene = new Scene(box, 400, 600);
        scene.getStylesheets().add(Objects.requireNonNull(getClass().getResource("/org/hydraworkbench/app/workbench.css")).toExternalForm());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void assertWholeRows(int pixels, String typed) throws Exception {
        interact(() -> {
            box.setStyle("-fx-font-size: " + pixels + "px;");
            field.clear();
            field.requestFocus();
        });
        write(typed);
        int rows = Math.min(10, LanguageChoices.suggest(typed).size());
        assertThat(rows).isPositive();
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> lookup(".auto-complete-popup .list-view").tryQuery().isPresent());
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            ListView<?> list = lookup(".auto-complete-popup .list-view").queryListView();
            double bottom = list.localToScreen(list.getLayoutBounds()).getMaxY();
            assertThat(list.lookupAll(".list-cell").stream()
                            .map(ListCell.class::cast)
                            .filter(cell -> !cell.isEmpty() && cell.localToScreen(cell.getLayoutBounds()).getMaxY() <= bottom + 1))
                    .as("whole rows for “%s” at %d pixels", typed, pixels)
                    .hasSize(rows)
                    .allSatisfy(cell -> assertThat(cell.getHeight()).isGreaterThan(1.5 * pixels));
        });
        push(KeyCode.ESCAPE);
    }

    @Test
    void asManySuggestionsAsThereAreAreSeenWhole() throws Exception {
        for (int pixels : new int[] {14, 21}) {
            assertWholeRows(pixels, "kaby");
            assertWholeRows(pixels, "ka");
        }
    }
}
