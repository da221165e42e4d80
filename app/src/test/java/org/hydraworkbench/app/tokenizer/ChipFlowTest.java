package org.hydraworkbench.app.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.Letters;
import org.hydraworkbench.text.Direction;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Where the tokens of a sentence stand, by their boxes. */
class ChipFlowTest extends ApplicationTest {

    private VBox root;

    @Override
    public void start(Stage stage) {
        root = new VBox();
        stage.setScene(new Scene(root, 600, 300));
        stage.show();
    }

    /** A token of a word; {@code D8=ا} is a byte of a character. */
    private static TokenChip chip(String piece) {
        int mark = piece.indexOf('=');
        String shown = mark < 0 ? piece : piece.substring(0, mark);
        String written = mark < 0 ? piece.replace('·', ' ') : piece.substring(mark + 1);
        return new TokenChip(1, shown, shown, "", 0, mark < 0 ? TokenChip.Kind.ORDINARY : TokenChip.Kind.BYTE, written);
    }

    /** The tokens from left to right, as they are laid out on one line. */
    private List<String> fromLeft(Direction direction, String... pieces) {
        List<String> read = new ArrayList<>();
        interact(() -> {
            ChipFlow flow = new ChipFlow();
            List<TokenChip> chips = new ArrayList<>();
            for (String piece : pieces) {
                chips.add(chip(piece));
            }
            flow.show(chips, direction);
            root.getChildren().setAll(flow);
            root.applyCss();
            root.layout();
            flow.lookupAll(".token-chip").stream()
                    .sorted((one, other) -> Double.compare(left(one), left(other)))
                    .forEach(chip -> read.add(((Label) chip).getText().replaceAll("[\u2067\u2069]", "")));
        });
        return read;
    }

    private static double left(Node node) {
        return node.localToScene(node.getLayoutBounds()).getMinX();
    }

    @Test
    void theFirstTokenOfASentenceFromRightToLeftStandsAtTheRight() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "ال", "مدرس", "ة", ".")).containsExactly(".", "ة", "مدرس", "ال");
        assertThat(fromLeft(Direction.LEFT_TO_RIGHT, "ax", "xam", ".")).containsExactly("ax", "xam", ".");
    }

    @Test
    void latinWordsAndNumbersWithinKeepTheirOrder() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "اسم", "·Hy", "dra", "·2", ".", "1", "·لا"))
                .containsExactly("·لا", "·Hy", "dra", "·2", ".", "1", "اسم");
        assertThat(fromLeft(Direction.LEFT_TO_RIGHT, "the", "·של", "ום", "·end")).containsExactly("the", "ום", "·של", "·end");
    }

    /** A long run against the sentence goes on in the next line, with its first words in the line above. */
    @Test
    void aRunThatIsBrokenGoesOnInTheNextLine() {
        interact(() -> {
            List<TokenChip> chips = new ArrayList<>();
            chips.add(chip("אב"));
            for (int k = 0; k < 80; k++) {
                chips.add(chip("·w" + k));
            }
            ChipFlow flow = new ChipFlow();
            flow.show(chips, Direction.RIGHT_TO_LEFT);
            root.getChildren().setAll(flow);
            root.applyCss();
            root.layout();
            List<Node> labels = flow.getChildrenUnmodifiable();
            double width = flow.getWidth();
            assertThat(labels).allMatch(label -> label.getLayoutX() >= 0 && label.getBoundsInParent().getMaxX() <= width);
            assertThat(labels.getFirst().getBoundsInParent().getMaxX()).as("the first token").isGreaterThan(width - 1);
            assertThat(labels.get(1).getLayoutX()).isLessThan(labels.get(2).getLayoutX());
            assertThat(labels.get(80).getLayoutY()).isGreaterThan(labels.get(1).getLayoutY());
            assertThat(flow.getHeight()).isGreaterThan(2 * ((Label) labels.getFirst()).getHeight());
        });
    }

    @Test
    void singleBytesRunAsTheCharacterThatTheyArePartOf() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "ا", "D8=ا", "A7=ا", "ب")).containsExactly("ب", "A7", "D8", "ا");
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "Linux", "D9=ر", "85=ر", "·2", "7"))
                .containsExactly("·2", "7", "85", "D9", "Linux");
    }

    @Test
    void bracketsAndNumbersAloneAreWrittenTheWayOfTheSentence() {
        interact(() -> {
            ChipFlow flow = new ChipFlow();
            flow.show(List.of(chip("قال"), chip("·("), chip("12"), chip(")!")), Direction.RIGHT_TO_LEFT);
            root.getChildren().setAll(flow);
            root.applyCss();
            root.layout();
            Text end = flow.lookupAll(".token-chip").stream()
                    .map(Letters::in)
                    .filter(text -> text.getText().contains("!"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Letters.box(end, "!").getMaxX()).isLessThan(Letters.box(end, ")").getMinX() + 1);
        });
    }

    /** The rows of the tokens, from the top, in the order of the sentence, in a place for so many pixels. */
    private List<Integer> rows(double width, Direction direction, String... pieces) {
        List<Integer> rows = new ArrayList<>();
        interact(() -> {
            ChipFlow flow = new ChipFlow();
            flow.show(Stream.of(pieces).map(ChipFlowTest::chip).toList(), direction);
            root.getChildren().setAll(flow);
            root.applyCss();
            flow.resize(width, 300);
            flow.layout();
            List<Double> tops = flow.getChildrenUnmodifiable().stream().map(Node::getLayoutY).toList();
            List<Double> lines = tops.stream().distinct().sorted().toList();
            tops.forEach(top -> rows.add(lines.indexOf(top)));
        });
        return rows;
    }

    private double widthOf(String... pieces) {
        double[] width = new double[1];
        interact(() -> {
            ChipFlow flow = new ChipFlow();
            flow.show(Stream.of(pieces).map(ChipFlowTest::chip).toList(), Direction.LEFT_TO_RIGHT);
            root.getChildren().setAll(flow);
            root.applyCss();
            width[0] = flow.prefWidth(-1);
        });
        return width[0];
    }

    @Test
    void aNumberOrADateIsNotBrokenAtTheEndOfALine() {
        String[] pieces = {"في", "·1", "2", ".", "5", "%", "·لا"};
        double width = widthOf(pieces);
        for (double room = width; room > width * 0.75; room -= 4) {
            List<Integer> rows = rows(room, Direction.RIGHT_TO_LEFT, pieces);
            assertThat(rows.subList(1, 6).stream().distinct()).as("rows in %s pixels: %s", room, rows).hasSize(1);
        }
        String[] date = {"on", "·2", "0", "2", "4", "-", "0", "3", "-", "1", "5"};
        assertThat(rows(widthOf(date) - 1, Direction.LEFT_TO_RIGHT, date)).containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void aSpaceOfItsOwnBeginsTheLineOfItsWord() {
        String[] pieces = {"one", "·", "two"};
        assertThat(rows(widthOf(pieces) - 1, Direction.LEFT_TO_RIGHT, pieces)).containsExactly(0, 1, 1);
    }

    @Test
    void whatIsWiderThanALineIsBrokenAnywhere() {
        String[] pieces = {"Donau", "dampf", "schiff", "fahrt"};
        assertThat(rows(widthOf(pieces) - 1, Direction.LEFT_TO_RIGHT, pieces)).containsExactly(0, 0, 0, 1);
    }
}
