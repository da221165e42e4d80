package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Cell;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Looks at every workspace of the shipped demo: in a large and a small window, with normal and large text, and round it by keyboard. */
class WorkspaceLayoutTest extends ApplicationTest {

    /** How far outside a control a mark of the focus is drawn. */
    private static final int RING = 3;

    private static final int MOST_STOPS = 80;

    @TempDir
    static Path folder;

    private static String home;
    private Shell shell;
    private Stage stage;
    private SettingsStore settings;

    @BeforeAll
    static void liveElsewhere() {
        home = System.setProperty("user.home", folder.toString());
    }

    @AfterAll
    static void comeHome() {
        System.setProperty("user.home", home);
    }

    @Override
    public void start(Stage window) {
        stage = window;
        settings = SettingsStore.open(folder.resolve("settings"));
        Theme theme = new Theme(settings);
        shell = new Shell(
                stage, settings, theme, new FxDialogs(stage, theme, settings), ServiceLoader.load(WorkspaceProvider.class));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        shell.opened(List.of(Launcher.DEMO));
    }

    @AfterEach
    void close() {
        interact(() -> {
            shell.workbench().jobs().close();
            shell.workbench().project().leave();
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** Shows a workspace and waits for something in it that is read in the background. */
    private void show(Step step) throws Exception {
        until(() -> shell.workbench().project().projectProperty().get() != null);
        interact(() -> shell.model().show(step));
        String filled = switch (step) {
            case HOME -> ".home-step";
            case CORPUS -> "#corpus-table .table-row-cell:filled .table-cell";
            case TOKENIZER -> "#tokenizer-chips-target .token-chip";
            case ALIGNMENT -> "#alignment-pairs .table-row-cell:filled .table-cell";
            case MAPPING -> "#mapping-table .table-row-cell:filled .table-cell";
            case TRANSFER -> "#transfer-results .table-row-cell:filled .table-cell";
            case TRAINING -> "#training-runs .table-row-cell:filled .table-cell";
            case TRANSLATE -> "#translate-input";
            case EVALUATE -> "#evaluate-figures .table-row-cell:filled .table-cell";
        };
        until(() -> stage.getScene().lookup(filled) != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What is read in the background changes the layout at any time. */
    private static void laidOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }

    private static Stream<Node> seen(Node node) {
        Stream<Node> below = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(WorkspaceLayoutTest::seen)
                : Stream.empty();
        return node.isVisible() ? Stream.concat(Stream.of(node), below) : Stream.empty();
    }

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
