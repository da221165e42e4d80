package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.hydraworkbench.app.shell.LoadedHydra;
import org.hydraworkbench.app.shell.BackgroundJobRunner;
import org.hydraworkbench.app.shell.JobRunner;
import org.hydraworkbench.app.shell.ProjectContext;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Workbench;
import org.hydraworkbench.app.shell.Workspace;
import org.hydraworkbench.app.shell.WorkspaceProvider;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** The five workspaces after the mapping on a real project in a window, and a conversation by keyboard. */
class WorkspacesWindowTest extends ApplicationTest {

    @TempDir
    Path folder;

    private final Map<Step, Workspace> workspaces = new EnumMap<>(Step.class);
    private final StackPane root = new StackPane();
    private TestBench bench;
    private JobRunner jobs;
    private ProjectContext project;

    @Override
    public void start(Stage stage) throws Exception {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        bench = new TestBench(folder);
        jobs = new BackgroundJobRunner(Platform::runLater, 1, run -> {});
        project = new ProjectContext(jobs, Platform::runLater);
        Workbench real = new Workbench(
                project,
                bench.workbench.steps(),
                jobs,
                bench.dialogs,
                bench.workbench.notices(),
                bench.workbench.navigator(),
                bench.workbench.settings(),
                bench.workbench.training(), new LoadedHydra());
        for (WorkspaceProvider provider : ServiceLoader.load(WorkspaceProvider.class)) {
            provider.globalActions(real);
            if (provider.step().compareTo(Step.TRANSFER) >= 0 || provider.step() == Step.TOKENIZER) {
                workspaces.put(provider.step(), provider.create(real));
            }
        }
        stage.setScene(new Scene(root, 1000, 700));
        stage.show();
    }

    @AfterEach
    void closeProject() throws Exception {
        interact(() -> {
            jobs.close();
            project.leave();
        });
    }

    private void open() throws Exception {
        Path file = SmallProject.copyInto(folder);
        interact(() -> project.open(() -> Project.open(file)));
    }

    private void show(Step step) {
        interact(() -> {
            root.getChildren().setAll(workspaces.get(step).view());
            workspaces.get(step).shown();
        });
    }

    private void waitFor(Callable<Boolean> reached) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, reached);
    }

    @Test
    void everyWorkspaceShowsTheProjectAndASentenceIsTranslatedByKeyboard() throws Exception {
        open();
        show(Step.TOKENIZER);
        waitFor(() -> lookup("#tokenizer-chips-target .token-chip").tryQuery().isPresent());
        show(Step.TRANSFER);
        waitFor(() -> lookup("#transfer-results").<TableView<?>>query().getItems().size() == 1);
        show(Step.TRAINING);
        assertThat(lookup("#training-loss").tryQuery()).isPresent();
        show(Step.EVALUATE);
        assertThat(lookup("#evaluate-figures").tryQuery()).isPresent();
        show(Step.TRANSLATE);
        waitFor(() -> lookup("#translate-input").tryQuery().filter(Node::isVisible).isPresent());
        clickOn("#translate-input").write("Tom is here.").push(KeyCode.ENTER);
        waitFor(() -> lookup(".bubble-answer .answer-token").tryQuery().isPresent());
        assertThat(workspaces.get(Step.TRANSLATE).facts()).isNotEqualTo(List.of());
        // Until the answer has ended there is the button that stops it, which goes with the focus.
        waitFor(() -> lookup(".bubble-answer .hyperlink").tryQuery().filter(Node::isVisible).isPresent());
        clickOn("#translate-input").push(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(lookup(".bubble-answer").query().isFocusWithin()).isTrue();
    }

    /** What can answer changes with the direction; what a person wants does not. */
    @Test
    void anotherDirectionAndBackLeavesWhatAnswersAndOnlyAPersonChangesIt() throws Exception {
        open();
        show(Step.TRANSLATE);
        ComboBox<AnswerBy> by = lookup("#translate-by").queryComboBox();
        ComboBox<Optional<AnswerBy>> beside = lookup("#translate-beside").queryComboBox();
        waitFor(() -> by.getItems().size() == AnswerBy.values().length);
        for (int k = 0; k < 2; k++) {
            interact(lookup("#translate-swap").queryButton()::fire);
            assertThat(by.getValue()).isEqualTo(AnswerBy.EVERYTHING);
        }
        assertThat(bench.workbench.settings().current().choices()).doesNotContainKey("translate.by");
        for (AnswerBy wanted : List.of(AnswerBy.PHRASES, AnswerBy.HYDRA, AnswerBy.EVERYTHING)) {
            interact(() -> by.setValue(wanted)); // as a click on it does
            assertThat(by.getValue()).isEqualTo(wanted);
            assertThat(bench.workbench.settings().current().choices()).containsEntry("translate.by", wanted.name());
        }
        interact(() -> beside.setValue(Optional.of(AnswerBy.PHRASES)));
        assertThat(beside.getValue()).contains(AnswerBy.PHRASES);
        interact(() -> by.setValue(AnswerBy.PHRASES));
        assertThat(beside.getValue()).isEmpty();
    }
}
