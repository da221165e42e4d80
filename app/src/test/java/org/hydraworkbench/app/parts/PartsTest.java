package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Spinner;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class PartsTest extends ApplicationTest {

    private Spinner<Integer> whole;
    private Spinner<Double> part;

    @Override
    public void start(Stage stage) {
        whole = new Spinner<>(1, 4096, 128, 16);
        part = new Spinner<>(0, 1, 0.5, 0.1);
        Parts.typed(whole);
        Parts.typed(part);
        stage.setScene(new Scene(new VBox(whole, part), 300, 200));
        stage.show();
    }

    private void type(Spinner<?> spinner, String text) {
        interact(() -> {
            spinner.getEditor().requestFocus();
            spinner.getEditor().setText(text);
        });
        push(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eleven", "1e5", "12 words", "99999999999"})
    void whatIsNoNumberLeavesASpinnerAsItIs(String text) {
        type(whole, text);
        assertThat(whole.getValue()).isEqualTo(128);
        assertThat(whole.getEditor().getText()).isEqualTo("128");
    }

    @Test
    void aNumberIsTaken() {
        type(whole, "64");
        assertThat(whole.getValue()).isEqualTo(64);
        type(part, "half");
        assertThat(part.getValue()).isEqualTo(0.5);
        type(part, "0.25");
        assertThat(part.getValue()).isEqualTo(0.25);
    }
}
