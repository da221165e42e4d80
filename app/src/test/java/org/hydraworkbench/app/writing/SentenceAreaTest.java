package org.hydraworkbench.app.writing;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.hydraworkbench.text.Direction;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** A field for a sentence shows all of it, whichever way it runs. */
class SentenceAreaTest extends ApplicationTest {

    private static final double WIDTH = 300;

    private SentenceArea area;

    @Override
    public void start(Stage stage) {
        area = new SentenceArea(2, Direction::of);
        area.setMinWidth(WIDTH);
        area.setMaxWidth(WIDTH); // the window may be of any size
        stage.setScene(new Scene(new VBox(area), WIDTH, 400));
        stage.show();
    }

    private Node whole(String text) {
        area.field().setText(text);
        area.getParent().applyCss();
        area.getParent().layout();
        return area.lookup(".whole-sentence");
    }

    @Test
    void aLongTextFromRightToLeftIsShownAsAWholeBelow() {
        interact(() -> {
            double usual = area.prefHeight(WIDTH);
            Node whole = whole("كان البيت كبيرا، لكن الباب (رقم 273) صغير. ".repeat(5));
            assertThat(whole.isVisible()).isTrue();
            assertThat(area.prefHeight(WIDTH)).isGreaterThan(usual + 3 * area.field().getFont().getSize());
            assertThat(whole.getLayoutBounds().getWidth()).isLessThanOrEqualTo(WIDTH);
            assertThat(whole.getLayoutY()).isGreaterThanOrEqualTo(area.field().getHeight());
        });
    }

    @Test
    void whatIsSeenInTheFieldIsNotRepeated() {
        interact(() -> {
            assertThat(whole("أين البيت؟").isVisible()).isFalse();
            assertThat(whole("The house was big, but the door was small. ".repeat(5)).isVisible()).isFalse();
            assertThat(whole("").isVisible()).isFalse();
        });
    }

    @Test
    void theFieldRunsTheWayOfItsLanguage() {
        interact(() -> {
            area.field().setText("NATO");
            assertThat(area.field().getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
            area.setDirection(text -> Direction.RIGHT_TO_LEFT);
            assertThat(area.field().getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        });
    }
}
