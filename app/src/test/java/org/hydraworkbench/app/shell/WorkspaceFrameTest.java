package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class WorkspaceFrameTest extends ApplicationTest {

    private VBox content;
    private WorkspaceFrame frame;

    @Override
    public void start(Stage stage) {
        content = new VBox();
        frame = frame(() -> content);
        stage.setScene(new Scene(frame, 600, 300));
        stage.show();
    }

    private static WorkspaceFrame frame(Workspace workspace) {
        return new WorkspaceFrame(
                Step.TRAINING,
                workspace,
                new ReadOnlyObjectWrapper<>(WorkspaceState.empty("")).getReadOnlyProperty(),
                new SimpleBooleanProperty());
    }

    private Node focusedAmong(Node... controls) {
        interact(() -> {
            content.getChildren().setAll(controls);
            frame.focus();
        });
        return frame.getScene().getFocusOwner();
    }

    private static Button cancel() {
        Button cancel = new Button("Cancel");
        cancel.getStyleClass().add(Workspace.ENDS_A_JOB);
        return cancel;
    }

    @Test
    void theFocusComesToTheFirstControl() {
        Button first = new Button("first");
        assertThat(focusedAmong(first, new Button("second"))).isSameAs(first);
    }

    @Test
    void theFocusDoesNotComeByItselfToWhatEndsAJob() {
        Button next = new Button("next");
        assertThat(focusedAmong(cancel(), cancel(), next)).isSameAs(next);
        assertThat(focusedAmong(cancel()).getId()).isEqualTo("explain-" + Step.TRAINING.id());
    }

    /** A page of one control above those that are seen with it. */
    private static ScrollPane page(double heightAbove, Node wanted) {
        Region above = new Region();
        above.setMinHeight(heightAbove);
        Region below = new Region();
        below.setMinHeight(1_000);
        return new ScrollPane(new VBox(above, wanted, below));
    }

    /** As it comes into view, before it was ever laid out. */
    @Test
    void aPageWithinAWorkspaceIsEnteredAtItsBeginningIfTheFocusIsSeenThere() {
        for (double above : List.of(150.0, 900.0)) {
            Button wanted = new Button("wanted");
            ScrollPane page = page(above, wanted);
            interact(() -> {
                Scene scene = frame.getScene();
                content = new VBox(page);
                VBox view = content;
                frame = frame(() -> view);
                scene.setRoot(new StackPane(frame));
                frame.focus();
            });
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(wanted.isFocused()).isTrue();
            if (above < 200) {
                assertThat(page.getVvalue()).isZero();
            } else {
                assertThat(page.getVvalue()).isPositive();
            }
        }
    }
}
