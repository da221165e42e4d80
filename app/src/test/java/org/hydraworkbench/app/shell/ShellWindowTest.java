package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.FakeDialogs;
import org.hydraworkbench.app.testing.ToyProject;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class ShellWindowTest extends ApplicationTest {

    @TempDir
    static Path folder;

    private Stage stage;
    private SettingsStore settings;
    private Shell shell;

    @Override
    public void start(Stage window) {
        stage = window;
        settings = SettingsStore.open(folder);
        shell = new Shell(
                stage, settings, new Theme(settings), new FakeDialogs(), ServiceLoader.load(WorkspaceProvider.class));
        stage.show();
    }

    @Test
    void showsHomeAndSaysThatNoProjectIsOpen() {
        assertThat(lookup("#workspace-home").tryQuery()).isPresent();
        assertThat(lookup("#project-name").queryAs(Labeled.class).getText()).isEqualTo("No project open");
    }

    @Test
    void paletteFindsAnActionByTypingAndDoesItWithEnter() {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        write("fold");
        ListView<ActionSpec> list = lookup("#palette-list").queryListView();
        assertThat(list.getItems()).first().extracting(ActionSpec::id).isEqualTo("navigation");
        boolean before = settings.current().navigationCollapsed();
        push(KeyCode.ENTER);
        assertThat(settings.current().navigationCollapsed()).isNotEqualTo(before);
        assertThat(lookup("#palette-list").tryQuery()).isEmpty();
    }

    @Test
    void paletteGoesWhenAKeyDoesSomethingBelowIt() {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        assertThat(lookup("#palette-list").tryQuery()).isPresent();
        push(KeyCode.CONTROL, KeyCode.DIGIT6);
        assertThat(shell.model().placeProperty().getValue().step()).isEqualTo(Step.TRANSFER);
        assertThat(lookup("#palette-list").tryQuery()).isEmpty();
        interact(() -> shell.model().show(Step.HOME));
    }

    @Test
    void themeButtonTurnsTheWindowDarkAndLight() {
        interact(() -> settings.update(now -> now.withTheme(Settings.ThemeChoice.LIGHT)));
        String light = Application.getUserAgentStylesheet();
        clickOn("#theme");
        assertThat(settings.current().theme()).isEqualTo(Settings.ThemeChoice.DARK);
        assertThat(Application.getUserAgentStylesheet()).isNotEqualTo(light);
    }

    @Test
    void controlPlusMakesTextLarger() {
        interact(() -> settings.update(now -> now.withTextScale(1)));
        push(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(settings.current().textScale()).isEqualTo(1.1);
    }

    private List<String> possibleTextSizes(double scale) {
        interact(() -> settings.update(now -> now.withTextScale(scale)));
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        ListView<ActionSpec> list = lookup("#palette-list").queryListView();
        List<String> possible = list.getItems().stream()
                .filter(action -> action.id().startsWith("text.") && action.enabled().get())
                .map(ActionSpec::id)
                .toList();
        push(KeyCode.ESCAPE);
        return possible;
    }

    @Test
    void onlyOtherSizesOfTextAreOffered() {
        assertThat(possibleTextSizes(1)).containsExactly("text.larger", "text.smaller");
        assertThat(possibleTextSizes(1.5)).containsExactly("text.larger", "text.smaller", "text.normal");
        assertThat(possibleTextSizes(Settings.LARGEST_TEXT)).containsExactly("text.smaller", "text.normal");
        assertThat(possibleTextSizes(Settings.SMALLEST_TEXT)).containsExactly("text.larger", "text.normal");
        interact(() -> settings.update(now -> now.withTextScale(1)));
    }

    private void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void open(Path file) throws Exception {
        interact(() -> shell.workbench().project().open(() -> Project.open(file)));
        until(() -> shell.workbench().project().current().map(Project::file).equals(Optional.of(file)));
    }

    /** The texts that stand in every place of every workspace where something can be typed. */
    private List<String> typed() {
        List<String> texts = new ArrayList<>();
        for (Step step : Step.values()) {
            interact(() -> shell.model().show(step));
            for (TextInputControl field : lookup(node -> node instanceof TextInputControl).<TextInputControl>queryAll()) {
                texts.add(field.getText());
            }
        }
        return texts;
    }

    @Test
    void nothingThatWasTypedForOneProjectIsThereInTheNext() throws Exception {
        Path first = ToyProject.make(Files.createTempDirectory(folder, "first")).toAbsolutePath();
        Path second = ToyProject.make(Files.createTempDirectory(folder, "second")).toAbsolutePath();
        open(first);
        for (Step step : Step.values()) {
            interact(() -> shell.model().show(step));
            interact(() -> lookup(node -> node instanceof TextInputControl)
                    .<TextInputControl>queryAll()
                    .forEach(field -> field.setText("77")));
        }
        assertThat(typed()).filteredOn("77"::equals).hasSizeGreaterThan(5);
        open(second);
        assertThat(typed()).isNotEmpty().doesNotContain("77");
        leave();
    }

    /** What the strips say. */
    private List<String> told() {
        return lookup(".notice .sentence").queryAllAs(Sentence.class).stream()
                .map(Sentence::getAccessibleText)
                .toList();
    }

    @Test
    void theNewestTroubleTakesThePlaceOfTheOlderAndLiesOverNothing() {
        Notices notices = shell.workbench().notices();
        interact(() -> notices.problem("The first file is empty.", null));
        interact(() -> notices.problem("The second file is no text.", null));
        Node strip = lookup("#notice-problem").query();
        assertThat(told()).contains("The second file is no text.").doesNotContain("The first file is empty.");
        double below = strip.localToScene(strip.getBoundsInLocal()).getMaxY();
        Node workspace = lookup("#workspace-home").query();
        assertThat(workspace.localToScene(workspace.getBoundsInLocal()).getMinY()).isGreaterThanOrEqualTo(below);
    }

    private void leave() throws Exception {
        interact(() -> shell.workbench().project().leave());
        until(() -> shell.workbench().project().closingProperty().get().isEmpty());
    }

    @Test
    void anExplanationStaysOpenAndAPanelThatItCrushedComesBack() throws Exception {
        open(ToyProject.make(Files.createTempDirectory(folder, "explain")).toAbsolutePath());
        interact(() -> stage.setWidth(1500));
        interact(() -> shell.model().show(Step.ALIGNMENT));
        SplitPane panels = from(lookup("#alignment-view").<Node>query()).lookup(".split-pane").query();
        WaitForAsyncUtils.waitForFxEvents();
        double[] before = panels.getDividerPositions();
        push(KeyCode.F1);
        assertThat(lookup(".explain").tryQuery()).isPresent();
        interact(() -> shell.model().show(Step.CORPUS));
        assertThat(lookup(".explain").tryQuery()).isPresent();
        interact(() -> shell.model().show(Step.ALIGNMENT));
        push(KeyCode.F1);
        assertThat(lookup(".explain").tryQuery()).isEmpty();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(panels.getDividerPositions()).containsExactly(before, within(0.01));
        interact(() -> stage.setWidth(1000));
        leave();
    }

    private static List<Double> widths(TableView<?> table) {
        return table.getColumns().stream().map(TableColumn::getWidth).toList();
    }

    @Test
    void aColumnThatAPersonMadeWiderIsSoAgainAfterANarrowWindowAndARestart() throws Exception {
        open(ToyProject.make(Files.createTempDirectory(folder, "columns")).toAbsolutePath());
        interact(() -> shell.model().show(Step.CORPUS));
        until(() -> lookup("#corpus-table").tryQuery().filter(node -> node.getLayoutBounds().getWidth() > 500).isPresent());
        TableView<?> table = lookup("#corpus-table").queryTableView();
        interact(() -> widen(table, 1, 60));
        List<Double> wanted = widths(table);
        double width = stage.getWidth();
        interact(() -> stage.setWidth(800));
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(widths(table)).isNotEqualTo(wanted);
        interact(() -> stage.setWidth(width));
        WaitForAsyncUtils.waitForFxEvents();
        for (int k = 0; k < wanted.size(); k++) {
            assertThat(widths(table).get(k)).isCloseTo(wanted.get(k), within(2.0));
        }
        Settings stored = SettingsStore.open(folder).current();
        assertThat(stored.sizes()).anySatisfy((name, shares) -> {
            assertThat(name).startsWith("corpus.columns.");
            assertThat(shares).hasSameSizeAs(wanted);
            double all = wanted.stream().mapToDouble(Double::doubleValue).sum();
            assertThat(shares.get(1)).isCloseTo(wanted.get(1) / all, within(0.01));
        });
        leave();
    }

    private static <R> void widen(TableView<R> table, int column, double by) {
        assertThat(table.resizeColumn(table.getColumns().get(column), by)).isTrue();
    }

    private String status() {
        return lookup("#status-message").queryAs(Labeled.class).getText();
    }

    private void work(String outcome) throws Exception {
        AtomicReference<JobRun<String>> run = new AtomicReference<>();
        interact(() -> run.set(shell.workbench().jobs().submit(Step.MAPPING, new Outcome(outcome))));
        until(() -> run.get().isEnded());
    }

    /** Fails with its outcome as the reason, unless that is to go well. */
    private record Outcome(String outcome) implements Job<String> {
        @Override
        public String title() {
            return "Count the sheep";
        }

        @Override
        public String run(Progress progress) throws HydraException {
            if (outcome.equals("well")) {
                return outcome;
            }
            throw new InputException(outcome);
        }
    }

    @Test
    void troubleSaysItsReasonInItsStripAloneAndEndsWhenTheSameGoesWell() throws Exception {
        interact(() -> shell.workbench().notices().status("All is well."));
        work("The sheep are gone.");
        Node strip = lookup("#notice-problem").query();
        assertThat(told()).contains("Count the sheep failed: The sheep are gone.");
        assertThat(status()).as("nothing older than the strip").isEmpty();
        interact(() -> shell.model().show(Step.CORPUS));
        assertThat(strip.isVisible()).as("a job is worth more than a look at another workspace").isTrue();
        work("well");
        assertThat(strip.isVisible()).isFalse();
        assertThat(status()).startsWith("Count the sheep: done in");
    }

    @Test
    void troubleInPassingEndsWhenAnotherWorkspaceIsInView() throws Exception {
        interact(() -> shell.model().show(Step.CORPUS));
        interact(() -> shell.workbench().jobs().command(() -> {
            throw new InputException("This pair is away.");
        }));
        until(() -> lookup("#notice-problem").query().isVisible());
        interact(() -> shell.model().show(Step.HOME));
        assertThat(lookup("#notice-problem").query().isVisible()).isFalse();
    }

    @Test
    void undoSaysWhatAndWhere() throws Exception {
        Path file = ToyProject.make(Files.createTempDirectory(folder, "undo")).toAbsolutePath();
        open(file);
        Project project = shell.workbench().project().current().orElseThrow();
        long pair = project.corpora().ids(PairFilter.all(), PairOrder.CORPUS)[0];
        String sentence = project.corpora().pair(pair).source();
        project.corpora().exclude(List.of(pair), true);
        until(() -> !shell.workbench().project().undoNameProperty().get().isEmpty());
        interact(() -> shell.model().show(Step.EVALUATE));
        push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> status().equals("Undone in Corpus: Exclude a pair (“" + sentence + "”)"));
        until(() -> !shell.workbench().project().redoNameProperty().get().isEmpty());
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> status().equals("Done again in Corpus: Exclude a pair (“" + sentence + "”)"));
        leave();
    }

    @Test
    void enterGivesTheSafeAnswer() {
        interact(() -> {
            ButtonType quit = new ButtonType("Quit anyway", ButtonBar.ButtonData.OK_DONE);
            Alert alert = FxDialogs.question("Jobs are still running", "Quit?", quit);
            List<Button> buttons = alert.getButtonTypes().stream()
                    .map(type -> (Button) alert.getDialogPane().lookupButton(type))
                    .toList();
            assertThat(buttons).filteredOn(Button::isDefaultButton).extracting(Button::getText).containsExactly("Go back");
        });
    }
}
