package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.testing.Letters;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Sentence;
import org.hydraworkbench.app.writing.Wrapping;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;

/** Where the characters of questions and answers stand, by the layout. */
class ExchangeViewTest extends ApplicationTest {

    @TempDir
    Path folder;

    private final VBox root = new VBox();
    private TestBench bench;

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        bench = TestBench.inWindow(folder);
        stage.setScene(new Scene(Parts.dressed(root), 800, 600));
        stage.show();
    }

    @AfterEach
    void close() {
        interact(() -> {
            bench.close();
            return null;
        });
    }

    private Exchange asked(String from, String to, String question) {
        return new Exchange(new Exchange.Request(
                question, from, to, AnswerBy.HYDRA, false, "plain", Decoding.defaults(), 0, "Hydra", Instant.EPOCH));
    }

    private void show(Exchange exchange) {
        TranslateViewModel model = new TranslateViewModel(bench.workbench);
        root.getChildren().setAll(new ExchangeView(exchange, model, new Corrections(bench.workbench, model.conversation())));
        layOut();
    }

    private void layOut() {
        root.applyCss();
        root.layout();
    }

    private static Text run(Sentence sentence) {
        return (Text) sentence.lookup(".sentence-run");
    }

    private Sentence sentence(String style) {
        return (Sentence) root.lookup(style);
    }

    @Test
    void anAnswerIsOneRunThatBeginsAtItsSideThoughItCameInTokens() {
        interact(() -> {
            Exchange exchange = asked("en", "ar", "Where is the teacher?");
            show(exchange);
            for (String piece : List.of("أي", "ن", " المدر", "سة", "؟")) {
                exchange.add(List.of(new AnswerToken(1, piece, piece, 0.1, "ar", false)));
            }
            layOut();
            Sentence answer = sentence(".answer");
            assertThat(answer.lookupAll(".sentence-run")).hasSize(1);
            Text run = run(answer);
            assertThat(run.getText()).isEqualTo("أين المدرسة؟");
            assertThat(Letters.box(run, 0, 1).getMaxX())
                    .isGreaterThan(answer.localToScene(answer.getLayoutBounds()).getMaxX() - 2);
            assertThat(Letters.last(run).getMaxX()).isLessThan(Letters.box(run, "المدرسة").getMinX() + 1);
            assertThat(answer.lookupAll(".answer-token.unsure")).hasSize(10);
        });
    }

    @Test
    void numbersOfAlternativesStandBeforeThem() {
        interact(() -> {
            Exchange exchange = asked("en", "ar", "My father is in the house.");
            exchange.finish("أبي في البيت.", -1, List.of("أبي في 2 بيت.", "12 أبي."), false);
            show(exchange);
            List<HBox> lines = root.lookupAll(".sentence.bubble-meta").stream()
                    .filter(node -> node.getParent().isVisible())
                    .map(node -> (HBox) node.getParent())
                    .toList();
            assertThat(lines).hasSize(2);
            for (HBox line : lines) {
                Label number = (Label) line.getChildren().getFirst();
                Sentence text = (Sentence) line.getChildren().get(1);
                Bounds place = number.localToScene(number.getLayoutBounds());
                assertThat(text.getAccessibleText()).doesNotStartWith("2.").doesNotStartWith("3.");
                assertThat(Letters.box(run(text), 0, 1).getMaxX()).isLessThanOrEqualTo(place.getMinX());
            }
        });
    }

    @Test
    void aQuestionRunsAsItsLanguage() {
        interact(() -> {
            show(asked("he", "en", "README.md הוא קובץ."));
            Text run = run(sentence(".bubble-source .sentence"));
            assertThat(Letters.last(run).getMaxX()).isLessThan(Letters.box(run, "README").getMinX());
        });
    }

    /** JavaFX fails when it breaks such letters; whatever is typed, in whatever order, it must not come to it. */
    @Test
    void aFieldTakesInBothWritingsWhileItIsTyped() {
        interact(() -> {
            TextArea input = new TextArea();
            Wrapping.on(input);
            Directed.byText(input);
            input.setPrefWidth(200);
            root.getChildren().setAll(input);
            layOut();
            input.setText("one two three ".repeat(20));
            layOut();
            for (String typed : List.of("و", "احد ", "ושלום ", "12 (a) ")) {
                for (int k = 0; k < 30; k++) {
                    input.insertText(k % 2 == 0 ? 0 : input.getLength(), typed);
                    input.positionCaret(input.getLength() / 2);
                    layOut();
                }
            }
            assertThat(input.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
            input.setText("واحد ".repeat(100));
            layOut();
            assertThat(input.getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
            input.clear();
            input.setText("one ".repeat(100));
            layOut();
            assertThat(input.isWrapText()).isTrue();
        });
    }
}
