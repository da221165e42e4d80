package org.hydraworkbench.app.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
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

    /** The tokens from left to right, as they are laid out on one line. */
    private List<String> fromLeft(Direction direction, String... pieces) {
        List<String> read = new ArrayList<>();
        interact(() -> {
            ChipFlow flow = new ChipFlow();
            List<TokenChip> chips = new ArrayList<>();
            for (String piece : pieces) {
                boolean isByte = piece.matches("[0-9A-F]{2}");
                chips.add(new TokenChip(1, piece, piece, "", 0, isByte ? TokenChip.Kind.BYTE : TokenChip.Kind.ORDINARY));
            }
            flow.show(chips, direction);
            root.getChildren().setAll(flow);
            root.applyCss();
            root.layout();
            flow.lookupAll(".token-chip").stream()
                    .sorted((one, other) -> Double.compare(left(one), left(other)))
                    .forEach(chip -> read.add(((Label) chip).getText()));
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
            chips.add(new TokenChip(1, "אב", "אב", "", 0, TokenChip.Kind.ORDINARY));
            for (int k = 0; k < 80; k++) {
                chips.add(new TokenChip(1, "w" + k, "w" + k, "", 0, TokenChip.Kind.ORDINARY));
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
    void singleBytesRunWithTheSentence() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "ا", "D8", "A7", "ب")).containsExactly("ب", "A7", "D8", "ا");
    }
}
