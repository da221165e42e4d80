package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** A place of two rows, each with two buttons, in a window with a button above and one below. */
class FocusKeeperTest extends ApplicationTest {

    private final Button outside = new Button("outside");
    private final Button below = new Button("below");
    private final Button first = new Button("first");
    private final Button second = new Button("second");
    private final Button third = new Button("third");
    private final Button fourth = new Button("fourth");
    private final HBox row = new HBox(first, second);
    private final HBox nextRow = new HBox(third, fourth);
    private final VBox rows = new VBox(row, nextRow);
    private final VBox place = new VBox(rows);

    /** The buttons are made before the window is. */
    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Override
    public void start(Stage stage) {
        Scene scene = new Scene(new VBox(outside, place, below), 300, 200);
        FocusKeeper.keep(scene, place, gone -> gone.nearest(place)
                .or(() -> Focus.firstIn(place))
                .ifPresent(Focus::on));
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

    /** It goes there in a moment. */
    private static void assertSeenOn(Node node) throws Exception {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> node.getScene() != null && node.getScene().getFocusOwner() == node && node.isFocusVisible());
        assertThat(node.isFocusVisible()).as("the mark of the focus").isTrue();
    }

    @Test
    void theFocusStaysInThePlaceWhenAllThatIsThereIsReplaced() throws Exception {
        Button other = new Button("other");
        settled(() -> place.getChildren().setAll(other));
        assertSeenOn(other);
    }

    @Test
    void ofAControlThatIsDisabledItGoesToTheNextInItsBoxElseToTheOneBefore() throws Exception {
        settled(first::requestFocus);
        settled(() -> first.setDisable(true));
        assertSeenOn(second);
        settled(() -> first.setDisable(false));
        settled(() -> second.setDisable(true));
        assertSeenOn(first);
    }

    @Test
    void ofAControlThatIsHiddenToo() throws Exception {
        settled(() -> second.setVisible(false));
        assertSeenOn(first);
    }

    @Test
    void ofARowThatIsRemovedItGoesToTheNextRowElseToTheOneBefore() throws Exception {
        settled(() -> rows.getChildren().remove(row));
        assertSeenOn(third);
        settled(() -> rows.getChildren().addFirst(row));
        settled(fourth::requestFocus);
        settled(() -> rows.getChildren().remove(nextRow));
        assertSeenOn(second);
    }

    @Test
    void ofAControlThatIsPutElsewhereItComesAlong() throws Exception {
        settled(() -> {
            row.getChildren().remove(second);
            nextRow.getChildren().add(second);
        });
        assertThat(second.isFocused()).isTrue();
    }

    @Test
    void whatEndsAJobIsPassedBy() throws Exception {
        first.getStyleClass().add(Workspace.ENDS_A_JOB);
        settled(() -> second.setDisable(true));
        assertSeenOn(third);
    }

    @Test
    void whereItIsBroughtAtTheSameTimeItStays() throws Exception {
        settled(() -> {
            second.setVisible(false);
            Focus.on(fourth);
        });
        assertSeenOn(fourth);
    }

    @Test
    void aPersonMayLeaveThePlace() throws Exception {
        settled(outside::requestFocus);
        assertThat(outside.isFocused()).isTrue();
        settled(() -> place.getChildren().clear());
        assertThat(outside.isFocused()).isTrue();
    }
}
