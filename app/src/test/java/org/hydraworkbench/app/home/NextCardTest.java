package org.hydraworkbench.app.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.hydraworkbench.app.home.Overview.Next;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.base.Job;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.project.Project;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

class NextCardTest extends ApplicationTest {

    @TempDir
    Path folder;

    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private Button below;
    private TestBench bench;
    private HomeViewModel model;
    private NextCard card;

    @Override
    public void start(Stage stage) throws Exception {
        Path file = folder.resolve("empty.hydra");
        Project.create(file, "Empty", "en", "kab").close();
        bench = TestBench.inWindow(folder.resolve("settings"));
        model = new HomeViewModel(bench.workbench, new ProjectActions(bench.workbench, asked -> Optional.empty(), new NewProjectDraft(), folder));
        card = new NextCard(model);
        below = new Button("below");
        stage.setScene(new Scene(new VBox(new Button("above"), card, below), 600, 300));
        stage.show();
        bench.workbench.project().open(() -> Project.open(file));
    }

    @AfterEach
    void close() {
        end.complete(true);
        interact(() -> {
            bench.workbench.jobs().close();
            bench.close();
            return null;
        });
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
    }

    /** Goes on until the test has seen enough. */
    private final class Work implements Job<Boolean> {

        @Override
        public String title() {
            return "Work";
        }

        @Override
        public Boolean run(Progress progress) {
            return end.join();
        }
    }

    private void work() throws Exception {
        interact(() -> bench.workbench.jobs().submit(Step.CORPUS, new Work()));
        until(() -> model.overview().next() instanceof Next.Working);
    }

    private void endOfWork() throws Exception {
        end.complete(true);
        until(() -> model.overview().next() instanceof Next.Do);
    }

    @Test
    void theFocusWaitsInTheCardWhileAJobGoesOnAndThenIsOnWhatComesNext() throws Exception {
        until(() -> lookup("#home-next").tryQuery().isPresent());
        interact(() -> lookup("#home-next").query().requestFocus());
        work();
        assertThat(card.isFocused()).isTrue();
        endOfWork();
        assertThat(lookup("#home-next").query().isFocused()).isTrue();
        assertThat(card.isFocusTraversable()).isFalse();
    }

    @Test
    void theFocusStaysWhereItIsElsewhere() throws Exception {
        until(() -> lookup("#home-next").tryQuery().isPresent());
        interact(() -> below.requestFocus());
        work();
        assertThat(below.isFocused()).isTrue();
        endOfWork();
        assertThat(below.isFocused()).isTrue();
    }
}
