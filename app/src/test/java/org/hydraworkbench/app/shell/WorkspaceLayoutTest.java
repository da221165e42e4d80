package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Cell;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Looks at every workspace of the shipped demo, in a large and a small window, with normal and large text. */
class WorkspaceLayoutTest extends DemoWindow {

    /** A row of a list or table: what is in it can be longer than there is room anywhere. */
    private static boolean isInRow(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (one instanceof Cell<?> && !(one.getParent() instanceof ComboBoxBase<?>)) {
                return true;
            }
        }
        return false;
    }

    /** What a label shows of its text is all of it, unless there is no room; then it ends in an ellipsis. */
    private static boolean isCut(Labeled labeled) {
        return labeled.getChildrenUnmodifiable().stream()
                .filter(child -> child instanceof Text && child.getStyleClass().contains("text") && child.isVisible())
                .map(child -> ((Text) child).getText())
                .anyMatch(shown -> !shown.equals(labeled.getText()));
    }

    /** One word of a usual length, such as a state or a role: half of it says little. */
    private static boolean isWord(String text) {
        return text.length() <= 12 && text.chars().allMatch(Character::isLetter);
    }

    private static boolean isCut(TextField field) {
        Text prompt = new Text(field.getPromptText());
        prompt.setFont(field.getFont());
        double room = field.getWidth() - field.snappedLeftInset() - field.snappedRightInset();
        return prompt.getLayoutBounds().getWidth() > room + 1;
    }

    private static List<String> faults(Scene scene) {
        laidOut(scene);
        List<String> faults = new ArrayList<>();
        seen(scene.getRoot())
                .filter(node -> node instanceof TableCell<?, ?> cell && cell.getText() != null && isWord(cell.getText()) && isCut(cell))
                .forEach(node -> faults.add("cut in a table: " + ((TableCell<?, ?>) node).getText()));
        seen(scene.getRoot()).filter(node -> !isInRow(node)).forEach(node -> {
            if (node instanceof Labeled labeled && labeled.getText() != null && isCut(labeled)) {
                faults.add("cut: " + labeled.getText());
            } else if (node instanceof TextField field && isCut(field)) {
                faults.add("cut: " + field.getPromptText());
            } else if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL) {
                faults.add("scrolls sideways: " + bar.getParent().getParent());
            } else if (!(node instanceof Text) && node.isManaged() && isOutside(node, scene)) {
                faults.add("outside: " + node);
            }
        });
        return faults;
    }

    private static boolean isOutside(Node node, Scene scene) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        return place.getMinX() < -1 || place.getMaxX() > scene.getWidth() + 1;
    }

    @Test
    void whatIsWrittenIsWholeInSmallWindowsAndWithLargeText() throws Exception {
        List<String> faults = new ArrayList<>();
        for (double scale : List.of(1.0, 1.5)) {
            for (int width : List.of(1400, 1100)) {
                interact(() -> {
                    settings.update(now -> now.withTextScale(scale));
                    stage.setWidth(width);
                    stage.setHeight(width == 1400 ? 900 : 700);
                });
                for (Step step : Step.values()) {
                    show(step);
                    interact(() -> faults(stage.getScene())
                            .forEach(fault -> faults.add(step + ", " + width + " pixels, text × " + scale + ": " + fault)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void allRowsOfAFewCorporaAreSeen() throws Exception {
        interact(() -> {
            stage.setWidth(1280);
            stage.setHeight(820);
        });
        show(Step.CORPUS);
        for (double scale : List.of(1.0, 1.5)) {
            interact(() -> settings.update(now -> now.withTextScale(scale)));
            WaitForAsyncUtils.waitForFxEvents();
            interact(() -> {
                laidOut(stage.getScene());
                assertThat(lookup("#corpora-table .scroll-bar").<Node>queryAll()).as("text × " + scale).noneMatch(Node::isVisible);
            });
        }
    }

    @Test
    void whatAWorkspaceIsForIsDoneFromItsHeader() throws Exception {
        for (Step step : Step.values()) {
            show(step);
            assertThat(lookup("#workspace-" + step.id() + " .workspace-header > .button").<Node>queryAll().isEmpty())
                    .as(step.id())
                    .isEqualTo(step == Step.HOME);
        }
    }

    @Test
    void wordsOfALinkMadeByHandAreWhole() throws Exception {
        interact(() -> {
            settings.update(now -> now.withTextScale(1));
            stage.setWidth(1400);
        });
        show(Step.ALIGNMENT);
        until(() -> lookup("#alignment-links .table-row-cell:filled").tryQuery().isPresent());
        interact(() -> lookup(".heatmap").query().requestFocus());
        push(KeyCode.SPACE);
        until(() -> shell.workbench().project().undoNameProperty().isNotEmpty().get());
        List<String> faults = new ArrayList<>();
        for (int width : List.of(1400, 1280)) {
            interact(() -> stage.setWidth(width));
            WaitForAsyncUtils.waitForFxEvents();
            interact(() -> faults.addAll(faults(stage.getScene())));
        }
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> shell.workbench().project().redoNameProperty().isNotEmpty().get());
        assertThat(faults).isEmpty();
    }

    @Test
    void anExplanationLeavesTheWorkspaceTheRoomItNeeds() throws Exception {
        List<String> faults = new ArrayList<>();
        interact(() -> shell.toggleExplanation());
        for (double scale : List.of(1.0, 1.5)) {
            for (int width : List.of(1400, 1280, 1100)) {
                interact(() -> {
                    settings.update(now -> now.withTextScale(scale));
                    stage.setWidth(width);
                    stage.setHeight(820);
                });
                for (Step step : Step.values()) {
                    show(step);
                    assertThat(lookup(".explain").tryQuery()).isPresent();
                    interact(() -> faults(stage.getScene()).forEach(
                            fault -> faults.add(step + ", explained, " + width + " pixels, text × " + scale + ": " + fault)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** What a dialog shows that comes with these keys. */
    private List<String> faultsOfDialog(KeyCode... keys) throws Exception {
        push(keys);
        until(() -> Window.getWindows().size() == 2);
        WaitForAsyncUtils.waitForFxEvents();
        List<String> faults = new ArrayList<>();
        interact(() -> Window.getWindows().stream()
                .filter(window -> window != stage)
                .forEach(window -> faults.addAll(faults(window.getScene()))));
        push(KeyCode.ESCAPE);
        until(() -> Window.getWindows().size() == 1);
        return faults;
    }

    @Test
    void whatADialogSaysIsWholeWithNormalAndLargeText() throws Exception {
        interact(() -> {
            // As large as the screen: the headless platform cannot draw a dialog that is higher than the window that it is centred on.
            stage.setWidth(1000);
            stage.setHeight(1000);
        });
        show(Step.ALIGNMENT);
        List<String> faults = new ArrayList<>();
        for (double scale : List.of(1.0, 1.5)) {
            interact(() -> settings.update(now -> now.withTextScale(scale)));
            faults.addAll(faultsOfDialog(KeyCode.CONTROL, KeyCode.COMMA));
            faults.addAll(faultsOfDialog(KeyCode.CONTROL, KeyCode.N));
            interact(() -> lookup("#alignment-align").query().requestFocus());
            faults.addAll(faultsOfDialog(KeyCode.SPACE));
        }
        assertThat(faults).isEmpty();
    }
}
