package org.hydraworkbench.app.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.Letters;
import org.hydraworkbench.text.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationTest;

class SentenceTest extends ApplicationTest {

    private static final double WIDTH = 300;
    private static final Direction RTL = Direction.RIGHT_TO_LEFT;
    private static final Direction LTR = Direction.LEFT_TO_RIGHT;

    private final StackPane pane = new StackPane();

    @Override
    public void start(Stage stage) {
        stage.setScene(new Scene(pane, WIDTH, 400));
        stage.show();
    }

    /** The window may be of any size; the sentence is not. */
    private Sentence laidOut(Sentence sentence) {
        if (sentence.getMaxWidth() < 0) {
            sentence.setMinWidth(WIDTH);
            sentence.setMaxWidth(WIDTH);
        }
        pane.getChildren().setAll(sentence);
        pane.applyCss();
        pane.layout();
        return sentence;
    }

    private static List<Text> runs(Sentence sentence) {
        return sentence.getChildrenUnmodifiable().stream()
                .filter(node -> node.getStyleClass().contains("sentence-run"))
                .map(Text.class::cast)
                .toList();
    }

    /** Where the middle of a shape is, in the scene. */
    private static double middle(Sentence sentence, String style) {
        Path shape = (Path) sentence.lookup("." + style);
        return shape.localToScene(shape.getLayoutBounds()).getCenterX();
    }

    @ParameterizedTest
    @ValueSource(strings = {"واحد ", "שלום עולם ", "one واحد two ", "هذا_كلمة_طويلة_جدا_بلا_فراغات_", "one two ", "สวัสดีครับ", "नमस्ते दुनिया "})
    void breaksALongTextInAnyDirection(String part) {
        String text = part.repeat(60).strip();
        interact(() -> {
            Sentence sentence = laidOut(new Sentence(text, Direction.of(text)));
            assertThat(sentence.prefHeight(WIDTH)).isGreaterThan(3 * new Text("Ṣg").getLayoutBounds().getHeight());
            assertThat(runs(sentence)).allMatch(run -> run.getLayoutBounds().getWidth() <= WIDTH + 1);
            assertThat(runs(sentence).stream().map(Text::getText).collect(Collectors.joining()).replaceAll("[\\s\u2066\u2069]", ""))
                    .isEqualTo(text.replaceAll("\\s", ""));
        });
    }

    /** The line ends after the slashes, which are a part of the address. */
    @Test
    void marksAtTheEndOfALineStayWithTheLatinTextThatTheyAreOf() {
        interact(() -> {
            Sentence sentence = laidOut(new Sentence("انظر https://" + "a".repeat(30) + "/ ثم", RTL));
            Text first = runs(sentence).getFirst();
            assertThat(first.getText()).contains("https://").doesNotContain("a");
            assertThat(Letters.box(first, "/").getMinX()).isGreaterThan(Letters.box(first, "s").getMaxX() - 1);
        });
    }

    @Test
    void aNarrowPlaceBreaksNothing() {
        interact(() -> {
            for (double width : new double[] {0, 1, 20, 100}) {
                Sentence sentence = new Sentence("واحد كلمة_طويلة_جدا_بلا_فراغ ".repeat(20), RTL);
                sentence.setMaxWidth(width);
                laidOut(sentence);
                assertThat(sentence.prefHeight(width)).isPositive();
            }
        });
    }

    @Test
    void aLineOfItsOwnStaysOne() {
        interact(() -> assertThat(runs(laidOut(new Sentence("אבא\n\nאמא", RTL))).stream().map(Text::getText))
                .containsExactly("אבא", "", "אמא"));
    }

    /** Letters join within one run only; what is told apart must not cut it. */
    @Test
    void aLineIsOneRunWhateverIsToldApartInIt() {
        interact(() -> {
            Sentence sentence = new Sentence();
            String text = "أختي تعمل";
            sentence.show(text, RTL, List.of(
                    new Sentence.Part(0, 2, List.of("one"), "first"), new Sentence.Part(2, text.length(), List.of("two"), "second")));
            laidOut(sentence);
            assertThat(runs(sentence)).singleElement().extracting(Text::getText).isEqualTo(text);
            double first = middle(sentence, "sentence-part.one");
            double second = middle(sentence, "sentence-part.two");
            assertThat(second).isLessThan(first);
            assertThat(first).isCloseTo(Letters.box(runs(sentence).getFirst(), 0, 2).getCenterX(), within(1.5));
        });
    }

    @Test
    void aSentenceFromRightToLeftBeginsAtTheRightAndEndsWithItsFullStopAtTheLeft() {
        interact(() -> {
            Sentence sentence = laidOut(new Sentence("אבא בבית.", RTL));
            Bounds place = sentence.localToScene(sentence.getLayoutBounds());
            Text run = runs(sentence).getFirst();
            assertThat(place.getWidth()).isEqualTo(WIDTH);
            assertThat(Letters.box(run, 0, 1).getMaxX()).isGreaterThan(place.getMaxX() - 2);
            assertThat(Letters.last(run).getMaxX()).isLessThan(Letters.box(run, "בבית").getMinX() + 1);
            Text left = runs(laidOut(new Sentence("Baba (dad) is here.", LTR))).getFirst();
            assertThat(Letters.box(left, 0, 1).getMinX()).isLessThan(place.getMinX() + 2);
            assertThat(Letters.last(left).getMinX()).isGreaterThan(Letters.box(left, "here").getMaxX() - 1);
        });
    }

    /** The direction of the language holds, though the sentence begins with a Latin word; Latin words and numbers keep their order. */
    @Test
    void wordsThatRunAgainstTheSentenceStandInTheirOrder() {
        interact(() -> {
            Text run = runs(laidOut(new Sentence("README 2.1 הקובץ Hydra Bench.", RTL))).getFirst();
            assertThat(Letters.box(run, "README").getMaxX()).isLessThan(Letters.box(run, "2.1").getMinX() + 1);
            assertThat(Letters.box(run, "הקובץ").getMaxX()).isLessThan(Letters.box(run, "README").getMinX() + 1);
            assertThat(Letters.box(run, "Hydra").getMaxX()).isLessThan(Letters.box(run, "Bench").getMinX() + 1);
            assertThat(Letters.box(run, "Bench").getMaxX()).isLessThan(Letters.box(run, "הקובץ").getMinX() + 1);
            assertThat(Letters.last(run).getMaxX()).isLessThan(Letters.box(run, "Hydra").getMinX() + 1);
        });
    }

    /** A line without a letter from right to left stands the way of its sentence all the same, and what is told apart in it too. */
    @Test
    void aLineOfNumbersAndPunctuationRunsTheWayOfItsSentence() {
        interact(() -> {
            Sentence sentence = new Sentence();
            sentence.show("!12.", RTL, List.of(new Sentence.Part(3, 4, List.of("stop"), "")));
            Text run = runs(laidOut(sentence)).getFirst();
            assertThat(Letters.box(run, ".").getMaxX()).isLessThan(Letters.box(run, "12").getMinX() + 1);
            assertThat(Letters.box(run, "12").getMaxX()).isLessThan(Letters.box(run, "!").getMinX() + 1);
            assertThat(middle(sentence, "sentence-part.stop")).isCloseTo(Letters.box(run, ".").getCenterX(), within(1.5));
        });
    }

    /** The direction of the language holds here too: JavaFX lets the first letter decide. */
    @Test
    void aSentenceFromLeftToRightThatBeginsWithAWordFromRightToLeftEndsAtTheRight() {
        interact(() -> {
            Sentence sentence = new Sentence();
            sentence.show("שלום means hello.", LTR, List.of(new Sentence.Part(16, 17, List.of("stop"), "")));
            Text run = runs(laidOut(sentence)).getFirst();
            assertThat(Letters.box(run, "שלום").getMaxX()).isLessThan(Letters.box(run, "means").getMinX() + 1);
            assertThat(Letters.box(run, ".").getMinX()).isGreaterThan(Letters.box(run, "hello").getMaxX() - 1);
            assertThat(middle(sentence, "sentence-part.stop")).isCloseTo(Letters.box(run, ".").getCenterX(), within(1.5));
        });
    }

    /** On Linux JavaFX draws a box for it; letters must not join all the same. */
    @Test
    void aNonJoinerGivesWayToTheThinnestSpaceWithoutBreakingTheLine() {
        interact(() -> {
            String text = "کتاب\u200Cخانه";
            Sentence sentence = laidOut(new Sentence(text, RTL));
            assertThat(runs(sentence)).singleElement().extracting(Text::getText).isEqualTo("کتاب\u200Aخانه");
            assertThat(sentence.getAccessibleText()).isEqualTo(text);
            Sentence narrow = new Sentence(text + " " + text, RTL);
            narrow.setMaxWidth(sentence.prefWidth(-1) * 1.5);
            assertThat(runs(laidOut(narrow))).extracting(Text::getText).containsExactly("کتاب\u200Aخانه", "کتاب\u200Aخانه");
        });
    }

    @Test
    void showsALongTextByItsBeginning() {
        interact(() -> {
            Sentence sentence = new Sentence("a".repeat(Shown.MOST) + "b", LTR);
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
