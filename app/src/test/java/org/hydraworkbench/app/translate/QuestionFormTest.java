package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.app.testing.SmallProject;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;
import org.hydraworkbench.text.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

class QuestionFormTest extends ApplicationTest {

    @TempDir
    Path folder;

    private final VBox root = new VBox();
    private TestBench bench;

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(root));
        stage.show();
    }

    @AfterEach
    void close() {
        interact(() -> {
            bench.close();
            return null;
        });
    }

    /** Without an edit since the Hydra was made there is nothing to switch, nor by phrases, which have every edit anyway. */
    @Test
    void editsCanBeSwitchedOffWhereThereAreSomeAndAHydraAnswers() {
        interact(() -> {
            bench = new TestBench(folder);
            TranslateViewModel model = new TranslateViewModel(bench.workbench);
            Project project = bench.open(SmallProject.copyInto(folder));
            root.getChildren().setAll(new QuestionForm(model));
            model.setShown(true);
            model.choice().want(AnswerBy.HYDRA);
            Node box = root.lookup("#translate-edits");
            assertThat(model.overlayProperty().get().ids()).isEmpty();
            assertThat(box.isVisible()).isFalse();
            for (PairRow pair : project.corpora().page(PairFilter.all(), PairOrder.CORPUS, 0, 8)) {
                project.edits().setLink(
                        pair.id(), Words.split(pair.source()).getFirst(), Words.split(pair.target()).getFirst(), LinkState.SURE);
            }
            bench.await(() -> model.overlayProperty().get().ids().length > 0);
            assertThat(box.isVisible()).isTrue();
            model.choice().want(AnswerBy.PHRASES);
            assertThat(box.isVisible()).isFalse();
            return null;
        });
    }
}
