package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class FocusKeeperTest extends ApplicationTest {

    private Button outside;
    private Button first;
    private Button second;
    private VBox place;

    @Override
    public void start(Stage stage) {
        outside = new Button("outside");
        first = new Button("first");
        second = new Button("second");
        place = new VBox(first, second);
        Scene scene = new Scene(new VBox(outside, place), 300, 200);
        FocusKeeper.keep(scene, () -> Optional.of(place), () -> place.getChildrenUnmodifiable().getFirst().requestFocus());
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void focusSecond() {
        interact(second::requestFocus);
    }

    private void settled(Runnable change) {
        interact(change);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void theFocusStaysInThePlaceWhenItsControlIsReplaced() {
        Button third = new Button("third");
        settled(() -> place.getChildren().setAll(third));
        assertThat(third.isFocused()).isTrue();
    }

    @Test
    void theFocusStaysInThePlaceWhenItsControlIsHiddenOrDisabled() {
        settled(() -> second.setVisible(false));
        assertThat(first.isFocused()).isTrue();
        settled(() -> second.setVisible(true));
        settled(second::requestFocus);
        settled(() -> second.setDisable(true));
        assertThat(first.isFocused()).isTrue();
    }

    @Test
    void aPersonMayLeaveThePlace() {
        settled(outside::requestFocus);
        assertThat(outside.isFocused()).isTrue();
        settled(() -> place.getChildren().clear());
        assertThat(outside.isFocused()).isTrue();
    }
}
