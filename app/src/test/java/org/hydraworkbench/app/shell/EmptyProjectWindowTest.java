package org.hydraworkbench.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.FakeDialogs;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** By keyboard where there is nothing yet: without a project, and in one that was made just now. */
class EmptyProjectWindowTest extends ApplicationTest {

    @TempDir
    static Path folder;

    private final FakeDialogs dialogs = new FakeDialogs();
    private Stage stage;
    private Shell shell;

    @Override
    public void start(Stage window) {
        stage = window;
        SettingsStore settings = SettingsStore.open(folder);
        shell = new Shell(stage, settings, new Theme(settings), dialogs, ServiceLoader.load(WorkspaceProvider.class));
        stage.show();
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    private void open(String name) throws Exception {
        open(name, name);
    }

    private void open(String fileName, String name) throws Exception {
        Path file = folder.resolve(fileName + ".hydra").toAbsolutePath();
        interact(() -> shell.workbench().project().open(() -> Project.create(file, name, "en", "kab")));
        until(() -> shell.workbench().project().current().map(Project::file).equals(Optional.of(file)));
    }

    private void leave() throws Exception {
        interact(() -> shell.workbench().project().leave());
        until(() -> shell.workbench().project().closingProperty().get().isEmpty());
    }

    private Node focused() {
        return stage.getScene().getFocusOwner();
    }

    private Node workspace(Step step) {
        return lookup("#workspace-" + step.id()).query();
    }

    /** What is read of a project is there after the queries that were asked when the workspace was made. */
    private void read() throws Exception {
        for (int k = 0; k < 4; k++) {
            JobRun<Boolean> asked = WaitForAsyncUtils.asyncFx(() -> shell.workbench().jobs().query(() -> true)).get();
            until(asked::isEnded);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void assertEachIsEnteredByItsKey() throws Exception {
        for (Step step : Step.values()) {
            push(KeyCode.CONTROL, KeyCode.getKeyCode(String.valueOf(step.ordinal() + 1)));
            read();
            interact(() -> {
                assertThat(workspace(step).isFocusWithin()).as("the focus is in %s, not on %s", step, focused()).isTrue();
                assertThat(focused().isFocusVisible()).as("the mark of the focus in %s, on %s", step, focused()).isTrue();
            });
        }
    }

    @Test
    void theKeyOfEveryWorkspaceLeadsIntoItWithoutAProject() throws Exception {
        assertEachIsEnteredByItsKey();
    }

    @Test
    void theKeyOfEveryWorkspaceLeadsIntoItInAnEmptyProject() throws Exception {
        open("entered");
        assertEachIsEnteredByItsKey();
        leave();
    }

    /** The Home of before is gone by the time that the project is there. */
    @Test
    void whatIsOpenedFromHomeIsRemembered() throws Exception {
        Path file = folder.resolve("remembered.hydra").toAbsolutePath();
        Project.create(file, "remembered", "en", "kab").close();
        dialogs.file = Optional.of(file);
        interact(() -> lookup("#workspace-home .button").queryAllAs(Button.class).stream()
                .filter(button -> button.getText().equals(Texts.get("action.project.open")))
                .findFirst()
                .orElseThrow()
                .fire());
        until(() -> shell.workbench().settings().current().recent().stream().anyMatch(recent -> recent.file().equals(file)));
        leave();
    }

    /** The field for a text is hidden as long as nothing can be translated; the way there is what one comes for. */
    @Test
    void withoutAHydraTranslateIsEnteredAtTheWayToOne() throws Exception {
        open("untranslated");
        push(KeyCode.CONTROL, KeyCode.DIGIT8);
        until(() -> "translate-toAlignment".equals(focused().getId()));
        leave();
    }

    private List<ActionSpec> found(String typed) throws Exception {
        push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        write(typed);
        WaitForAsyncUtils.waitForFxEvents();
        return List.copyOf(lookup("#palette-list").<ActionSpec>queryListView().getItems());
    }

    @Test
    void thePaletteFindsAtHomeWhatOtherWorkspacesCanDo() throws Exception {
        open("palette");
        assertThat(found("keep corr")).first().satisfies(action -> {
            assertThat(action.id()).isEqualTo("translate.keep");
            assertThat(action.elsewhere()).isEqualTo(Step.TRANSLATE);
            assertThat(action.enabled().get()).isFalse();
        });
        push(KeyCode.ESCAPE);
        assertThat(found("import a corpus")).first().extracting(ActionSpec::id).isEqualTo("corpus.import");
        push(KeyCode.ENTER);
        until(() -> dialogs.asked.contains(Texts.get("corpus.import.choose")));
        assertThat(workspace(Step.CORPUS).isFocusWithin()).isTrue();
        leave();
    }

    /** Otherwise the whole title runs from right to left, and the program's name stands before the project's. */
    @Test
    void theTitleOfTheWindowRunsAsItDoesWhateverTheProjectIsCalled() throws Exception {
        open("tales", "حكايات Tales");
        until(() -> stage.getTitle().startsWith("\u2068حكايات Tales\u2069 – "));
        leave();
    }
}
