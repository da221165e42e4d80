package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.Letters;
import org.hydraworkbench.text.Direction;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.ApplicationTest;

/** Whether texts in rows that are as high as they need are there whole, in the look that the window has. */
class LinesCellTest extends ApplicationTest {

    private static final List<String> TEXTS = List.of(
            "Test corpora, 20 pairs of sentences",
            "Hydra en–ar, tuned: full, 15 steps, from “Hydra en–ar, untuned”, and again",
            "من اشترى الخريطة (صفحة 3) بـ 25.5 دولار في عام 2019؟",
            "नमस्ते दुनिया, मेरे पिता आज विद्यालय में किताब पढ़ते हैं।",
            "كتاب",
            "short");

    @Override
    public void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        TableView<String> table = Tables.of(FXCollections.observableArrayList(TEXTS), "alignment.pairs", "corpus.none");
        Tables.text(table, "language.source", 150, (String text) -> text);
        Tables.text(table, "language.target", 150, (String text) -> text, Direction::of);
        table.setMaxWidth(300);
        StackPane root = new StackPane(table);
        root.setStyle("-fx-font-size: 14px");
        stage.setScene(new Scene(Parts.dressed(root), 400, 600));
        stage.show();
    }

    private List<TableCell<?, ?>> cells(String text) {
        return lookup(".table-row-cell").queryAllAs(TableRow.class).stream()
                .filter(row -> text.equals(row.getItem()))
                .flatMap(row -> row.lookupAll(".table-cell").stream().map(cell -> (TableCell<?, ?>) cell))
                .sorted(Comparator.comparing(Node::getLayoutX))
                .collect(Collectors.toList());
    }

    private static List<Text> lines(Node cell) {
        return cell.lookupAll(".sentence-run").stream()
                .map(Text.class::cast)
                .sorted(Comparator.comparing(Node::getLayoutY))
                .toList();
    }

    private static Bounds place(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void everyTextIsWholeInItsCellInLines() {
        for (String text : TEXTS) {
            List<TableCell<?, ?>> cells = cells(text);
            assertThat(cells).as(text).hasSize(2);
            for (TableCell<?, ?> cell : cells) {
                List<Text> lines = lines(cell);
                assertThat(lines.stream().map(line -> line.getText().replaceAll("[\u2066-\u2069]", "")).collect(Collectors.joining(" ")))
                        .isEqualTo(text);
                assertThat(lines.size() > 1).as(text).isEqualTo(text.length() > 10);
                for (Text line : lines) {
                    Bounds place = place(line);
                    assertThat(place.getMinX()).as(text).isGreaterThanOrEqualTo(place(cell).getMinX());
                    assertThat(place.getMaxX()).as(text).isLessThanOrEqualTo(place(cell).getMaxX());
                    assertThat(place.getMinY()).as(text).isGreaterThanOrEqualTo(place(cell).getMinY());
                    assertThat(place.getMaxY()).as(text).isLessThanOrEqualTo(place(cell).getMaxY());
                }
            }
        }
    }

    @Test
    void aNameRunsAsItsLettersDoAndBeginsAtTheLeftButATextOfALanguageWhereThatDoes() {
        for (TableCell<?, ?> cell : cells(TEXTS.get(2))) {
            Text last = lines(cell).getLast();
            assertThat(Letters.box(last, "؟").getMaxX()).as("the end").isLessThan(Letters.box(last, "عام").getMinX() + 1);
        }
        for (String text : List.of("short", "كتاب")) {
            TableCell<?, ?> name = cells(text).getFirst();
            assertThat(place(lines(name).getFirst()).getMinX()).as(text).isLessThan(place(name).getMinX() + 10);
        }
        TableCell<?, ?> arabic = cells("كتاب").getLast();
        assertThat(place(lines(arabic).getFirst()).getMaxX()).isGreaterThan(place(arabic).getMaxX() - 10);
    }
}
