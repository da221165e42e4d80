package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Goes round every workspace of the shipped demo by keyboard: where one comes in, where the keys lead, and that it is seen. */
class WorkspaceFocusTest extends DemoWindow {

    /** How far outside a control a mark of the focus is drawn. */
    private static final int RING = 3;

    private static final int MOST_STOPS = 80;

    private static boolean isScrolled(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one instanceof ScrollPane page && page.getVvalue() != page.getVmin()) {
                return true;
            }
        }
        return false;
    }

    /** Just as it comes into view for the first time, with what is still read, and afterwards. */
    @Test
    void everyWorkspaceIsEnteredAtItsHead() throws Exception {
        until(() -> shell.workbench().project().projectProperty().get() != null);
        List<String> scrolled = new ArrayList<>();
        for (double scale : List.of(1.5, 1.0)) {
            interact(() -> {
                settings.update(now -> now.withTextScale(scale));
                stage.setWidth(1280);
                stage.setHeight(820);
            });
            for (Step step : Step.values()) {
                push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(step.ordinal() + 1)));
                interact(() -> {
                    if (isScrolled(focused())) {
                        scrolled.add(step + ", text × " + scale);
                    }
                });
                show(step);
                push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(step.ordinal() + 1)));
                interact(() -> {
                    if (isScrolled(focused())) {
                        scrolled.add(step + ", once it is there, text × " + scale);
                    }
                });
            }
        }
        assertThat(scrolled).isEmpty();
    }

    @Test
    void theListOfAChoiceOpensWithTheDownKey() throws Exception {
        show(Step.CORPUS);
        ChoiceBox<?> shown = lookup("#corpus-shown").query();
        interact(shown::requestFocus);
        push(KeyCode.DOWN);
        assertThat(shown.isShowing()).isTrue();
        assertThat(focused()).isSameAs(shown);
        push(KeyCode.ESCAPE);
        push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> lookup("#settings").tryQuery().isPresent());
        ChoiceBox<?> theme = lookup("#settings .choice-box").query();
        interact(theme::requestFocus);
        push(KeyCode.DOWN);
        assertThat(theme.isShowing()).isTrue();
        push(KeyCode.ESCAPE);
        push(KeyCode.ESCAPE);
        until(() -> Window.getWindows().size() == 1);
    }

    /** A button that can be pressed at once would have it. */
    @Test
    void aFormForANewProjectThatIsFilledAlreadyHasTheFocusAtItsBeginning() throws Exception {
        show(Step.HOME);
        for (String found : List.of("", "Tales")) {
            push(KeyCode.CONTROL, KeyCode.N);
            until(() -> lookup("#new-name").tryQuery().filter(Node::isFocused).isPresent());
            WaitForAsyncUtils.waitForFxEvents();
            TextField name = lookup("#new-name").query();
            assertThat(name.isFocused()).isTrue();
            assertThat(name.getText()).isEqualTo(found);
            interact(() -> {
                name.setText("Tales");
                lookup("#new-target").<TextField>query().setText("kab");
            });
            push(KeyCode.ESCAPE);
            until(() -> Window.getWindows().size() == 1);
        }
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    /** The pixels of a place and of what is drawn round it. */
    private WritableImage picture(Bounds place) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(new Rectangle2D(
                place.getMinX() - RING, place.getMinY() - RING, place.getWidth() + 2 * RING, place.getHeight() + 2 * RING));
        return stage.getScene().getRoot().snapshot(parameters, null);
    }

    private static long differing(WritableImage one, WritableImage other) {
        PixelReader a = one.getPixelReader();
        PixelReader b = other.getPixelReader();
        long count = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                int p = a.getArgb(x, y);
                int q = b.getArgb(x, y);
                boolean apart = Math.abs((p >> 16 & 255) - (q >> 16 & 255)) > 25
                        || Math.abs((p >> 8 & 255) - (q >> 8 & 255)) > 25
                        || Math.abs((p & 255) - (q & 255)) > 25;
                count += apart ? 1 : 0;
            }
        }
        return count;
    }

    /** Whether a node that has the focus looks otherwise than without it; it has the focus again afterwards. */
    private boolean isMarked(Node stop) {
        assertThat(stop.isFocused()).as("the focus is on " + stop).isTrue();
        laidOut(stage.getScene());
        if (looksOtherwiseWithFocus(stop)) {
            return true;
        }
        // What came in the background may have moved it out of sight since the Tab key brought it there.
        stop.requestFocusTraversal(TraversalDirection.NEXT);
        focused().requestFocusTraversal(TraversalDirection.PREVIOUS);
        laidOut(stage.getScene());
        return stop.isFocused() && looksOtherwiseWithFocus(stop);
    }

    private boolean looksOtherwiseWithFocus(Node stop) {
        Bounds place = stop.localToScene(stop.getLayoutBounds());
        WritableImage with = picture(place);
        stage.getScene().getRoot().requestFocus(); // scrolls nothing
        WritableImage without = picture(place);
        stop.requestFocus();
        return differing(with, without) >= 20;
    }

    /** Goes round with the Tab key, from where Ctrl and a digit lead; what has the focus looks otherwise than when it has not. */
    @Test
    void whereverTheTabKeyGoesInAnyWorkspaceIsSeen() throws Exception {
        moveTo(new Point2D(10, 950)); // outside: a tooltip would have the focus of the window
        interact(() -> {
            settings.update(now -> now.withTextScale(1));
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        List<String> unseen = new ArrayList<>();
        for (Step step : Step.values()) {
            unseen.addAll(unseen(step));
        }
        assertThat(unseen).isEmpty();
    }

    /** Where the focus comes in a workspace without being seen. */
    private List<String> unseen(Step step) throws Exception {
        List<String> unseen = new ArrayList<>();
        show(step);
        push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(step.ordinal() + 1)));
        assertThat(focused().isFocusVisible()).as("focus after Ctrl+" + (step.ordinal() + 1)).isTrue();
        assertThat(lookup("#workspace-" + step.id()).<Node>query().isFocusWithin()).as("the focus is in " + step).isTrue();
        Set<Node> stops = new LinkedHashSet<>();
        while (stops.add(focused()) && stops.size() < MOST_STOPS) {
            Node stop = focused();
            interact(() -> {
                if (!isMarked(stop)) {
                    unseen.add(step + ": " + stop);
                }
            });
            push(KeyCode.TAB);
        }
        assertThat(stops).as(step.id()).hasSizeBetween(20, MOST_STOPS - 1);
        return unseen;
    }

    /** Where there is no room for three columns, two of them are tabs, the Tab key's first stop; nobody comes for those. */
    @Test
    void anAlignmentOfTwoColumnsIsEnteredAtItsSearchAndItsTabsAreMarked() throws Exception {
        moveTo(new Point2D(10, 950));
        interact(() -> {
            settings.update(now -> now.withTextScale(1.5));
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        show(Step.ALIGNMENT);
        until(() -> lookup("#alignment-tabs").tryQuery().isPresent());
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(focused().getId()).isEqualTo("alignment-search");
        assertThat(unseen(Step.ALIGNMENT)).isEmpty();
    }

    @Test
    void whatIsLookedThroughIsEnteredAtItsSearchThoughItIsReadOnlyLater() throws Exception {
        until(() -> shell.workbench().project().projectProperty().get() != null);
        push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> "corpus-search".equals(focused().getId()));
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        until(() -> "alignment-search".equals(focused().getId()));
        push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> "mapping-search".equals(focused().getId()));
    }

    /** By key before the Hydra is known, and by mouse after that. */
    @Test
    void aTextToTranslateCanBeTypedAtOnce() throws Exception {
        until(() -> shell.workbench().project().projectProperty().get() != null);
        push(KeyCode.CONTROL, KeyCode.DIGIT8);
        until(() -> "translate-input".equals(focused().getId()));
        show(Step.HOME);
        clickOn("#nav-translate");
        assertThat(focused().getId()).isEqualTo("translate-input");
    }

    @Test
    void whatIsEnteredFromAWorkspaceHasTheFocus() throws Exception {
        show(Step.HOME);
        push(KeyCode.CONTROL, KeyCode.DIGIT1);
        until(() -> "home-next".equals(focused().getId()));
        push(KeyCode.ENTER);
        assertThat(lookup("#workspace-translate").<Node>query().isFocusWithin()).isTrue();
    }
}
