package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.shell.Wrapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

class SentenceTest extends ApplicationTest {

    private static final double WIDTH = 300;

    private final StackPane pane = new StackPane();

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(pane, WIDTH, 400));
        stage.show();
    }

    @ParameterizedTest
    @ValueSource(strings = {"واحد ", "שלום עולם ", "one واحد two ", "هذا_كلمة_طويلة_جدا_بلا_فراغات_", "one two "})
    void breaksALongTextInAnyDirection(String part) {
        String text = part.repeat(60).strip();
        interact(() -> {
            Sentence sentence = new Sentence(text);
            pane.getChildren().setAll(sentence);
            pane.applyCss();
            pane.layout();
            assertThat(sentence.prefHeight(WIDTH)).isGreaterThan(3 * new Text("Ṣg").getLayoutBounds().getHeight());
            assertThat(sentence.lookupAll(".sentence-text").stream()
                            .map(node -> ((Text) node).getText())
                            .collect(Collectors.joining()))
                    .isEqualTo(text);
        });
    }

    @Test
    void aNarrowPlaceBreaksNoWord() {
        interact(() -> {
            for (double width : new double[] {0, 1, 20, 100}) {
                Sentence sentence = new Sentence("واحد كلمة_طويلة_جدا_بلا_فراغ ".repeat(20));
                sentence.setMaxWidth(width);
                pane.getChildren().setAll(sentence);
                pane.applyCss();
                pane.layout();
                assertThat(sentence.prefHeight(width)).isPositive();
            }
        });
    }

    /** Laid out from right to left each by itself, they would stand in reverse. */
    @Test
    void wordsThatRunAgainstTheSentenceStayTogether() {
        interact(() -> assertThat(new Sentence("قال one two ثم three").lookupAll(".sentence-text")).hasSize(4));
    }

    @Test
    void showsALongTextByItsBeginning() {
        interact(() -> {
            Sentence sentence = new Sentence("a".repeat(Shown.MOST) + "b");
            assertThat(sentence.getAccessibleText()).isEqualTo("a".repeat(Shown.MOST) + "…");
        });
        assertThat(Shown.of("a".repeat(Shown.MOST - 1) + "𐤀b")).isEqualTo("a".repeat(Shown.MOST - 1) + "…");
    }

    @Test
    void aLabelBreaksWhatCanBeBroken() {
        interact(() -> {
            Label label = new Label("one two ".repeat(60));
            Wrapping.on(label);
            pane.getChildren().setAll(label);
            pane.applyCss();
            pane.layout();
            double broken = label.prefHeight(WIDTH);
            label.setText("واحد ".repeat(60));
            pane.applyCss();
            pane.layout();
            assertThat(label.prefHeight(WIDTH)).isLessThan(broken / 3);
        });
    }
}
