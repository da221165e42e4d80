package org.hydraworkbench.app.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** How wide the parts of the workspace are while its room changes, as it does when the explanation comes beside it. */
class AlignmentPanelsTest extends ApplicationTest {

    private static final double WIDE = 990; // of a screen of 1000

    private StackPane root;
    private Region pairs;
    private Region centre;
    private Region links;
    private AlignmentPanels panels;

    @Override
    public void start(Stage stage) {
        pairs = new Region();
        centre = new Region();
        centre.setMinWidth(300);
        links = new Region();
        panels = new AlignmentPanels(pairs, centre, links, new Region());
        root = new StackPane();
        root.setStyle("-fx-font-size: 12px;");
        root.setPrefSize(WIDE, 600);
        StackPane place = new StackPane(panels);
        place.setMaxWidth(WIDE);
        root.getChildren().add(place);
        stage.setScene(new Scene(root, WIDE, 600));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void give(double width) {
        interact(() -> ((StackPane) panels.getParent()).setMaxWidth(width));
        settle();
    }

    /** What is asked for during a layout is done after it, and laid out again. */
    private void settle() {
        for (int round = 0; round < 4; round++) {
            interact(() -> {
                root.applyCss();
                root.layout();
            });
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void panelsTakeBackTheWidthThatTheyGave() {
        give(WIDE);
        assertThat(panels.narrowProperty().get()).isFalse();
        double left = pairs.getWidth();
        double right = links.getWidth();
        assertThat(right).isCloseTo(0.345 * WIDE, within(2.0));
        give(WIDE - 50);
        assertThat(links.getWidth()).isCloseTo(right, within(2.0));
        give(300);
        give(WIDE);
        assertThat(pairs.getWidth()).isCloseTo(left, within(2.0));
        assertThat(links.getWidth()).isCloseTo(right, within(2.0));
    }

    @Test
    void aPanelThatWasDraggedStaysAsItWasMade() {
        give(WIDE);
        Node edge = panels.lookup(".left-edge");
        Bounds at = edge.localToScene(edge.getLayoutBounds());
        interact(() -> edge.fireEvent(dragged(at.getCenterX() + 40, at.getCenterY())));
        settle();
        double made = pairs.getWidth();
        assertThat(made).isCloseTo(0.235 * WIDE + 40, within(8.0));
        give(500);
        give(WIDE);
        assertThat(pairs.getWidth()).isCloseTo(made, within(3.0));
    }

    private static MouseEvent dragged(double x, double y) {
        return new MouseEvent(
                MouseEvent.MOUSE_DRAGGED, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false,
                false, true, null);
    }

    @Test
    void whereThereIsNoRoomForThreeTheyShareAColumn() {
        give(600);
        assertThat(panels.narrowProperty().get()).isTrue();
        assertThat(pairs.getWidth()).isGreaterThan(200);
        assertThat(centre.getWidth()).isGreaterThanOrEqualTo(300);
        assertThat(panels.lookup("#alignment-tabs").isVisible()).isTrue();
    }
}
