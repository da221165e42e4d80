package org.hydraworkbench.app.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.hydraworkbench.app.testing.Letters;
import org.hydraworkbench.app.testing.TestBench;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.project.Project;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/** Where the characters of the two languages of a project stand in its tables, by the layout. */
class LanguageColumnsTest extends ApplicationTest {

    private static final String LONG = "הרכבת יוצאת בשעה 10:45 מהתחנה המרכזית של העיר הגדולה ביותר בארץ, ומגיעה לפני הצהריים.";

    @TempDir
    Path folder;

    private final VBox box = new VBox();
    private TestBench bench;
    private LanguageNames names;
    private TableView<List<String>> table;

    @Override
    public void start(Stage stage) throws Exception {
        Path file = folder.resolve("he.hydra");
        Project.create(file, "Hebrew", "en", "he").close();
        bench = TestBench.inWindow(folder.resolve("settings"));
        names = new LanguageNames(bench.workbench.project());
        table = Tables.of(
                FXCollections.observableArrayList(
                        List.of("The book.", "הספר."), List.of("README.md", "README.md הוא קובץ."), List.of("Late.", LONG), List.of("7.", "7."),
                        List.of("NATO.", "NATO.")),
                "alignment.pairs",
                "corpus.none");
        table.setFixedCellSize(36); // each text on one line
        Tables.language(table, names, Side.SOURCE, 250, pair -> pair.getFirst());
        Tables.language(table, names, Side.TARGET, 250, pair -> pair.getLast());
        box.getChildren().add(table);
        box.setMaxSize(520, 400); // the window may be of any size
        stage.setScene(new Scene(Parts.dressed(new StackPane(box)), 520, 400));
        stage.show();
        bench.workbench.project().open(() -> Project.open(file));
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        interact(() -> {
            bench.close();
            return null;
        });
    }

    private IndexedCell<?> cell(int row, int column) {
        return lookup(".table-row-cell").queryAllAs(IndexedCell.class).stream()
                .filter(one -> one.getIndex() == row)
                .map(one -> (IndexedCell<?>) one.lookupAll(".table-cell").stream().skip(column).findFirst().orElseThrow())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void textsOfALanguageFromRightToLeftBeginAndEndWhereTheyAreRead() throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> bench.workbench.project().openProperty().get());
        WaitForAsyncUtils.waitForFxEvents();
        interact(() -> {
            table.refresh();
            box.applyCss();
            box.layout();
            Bounds place = cell(0, 1).localToScene(cell(0, 1).getLayoutBounds());
            Text text = Letters.in(cell(0, 1));
            assertThat(Letters.box(text, 0, 1).getMaxX()).isGreaterThan(place.getMaxX() - 20);
            assertThat(Letters.last(text).getMaxX()).as("the full stop").isLessThan(Letters.box(text, "הספר").getMinX() + 1);
            Text english = Letters.in(cell(0, 0));
            assertThat(Letters.last(english).getMinX()).isGreaterThan(Letters.box(english, "book").getMaxX() - 1);
            Text latinFirst = Letters.in(cell(1, 1));
            assertThat(Letters.box(latinFirst, "קובץ").getMaxX()).as("the language, not the first letter")
                    .isLessThan(Letters.box(latinFirst, "README").getMinX() + 1);
            Text cut = Letters.in(cell(2, 1));
            assertThat(cut.getText()).matches(".*(…|\\.\\.\\.)");
            assertThat(Letters.last(cut).getMaxX()).as("the ellipsis").isLessThan(Letters.box(cut, "הרכבת").getMinX());
            Text number = Letters.in(cell(3, 1));
            assertThat(Letters.box(number, "7").getMaxX()).as("a number alone").isGreaterThan(place.getMaxX() - 20);
            assertThat(Letters.box(number, ".").getMaxX()).as("its full stop").isLessThan(Letters.box(number, "7").getMinX() + 1);
            Text latin = Letters.in(cell(4, 1));
            assertThat(Letters.box(latin, ".").getMaxX()).as("a Latin word alone").isGreaterThan(place.getMaxX() - 20);
            assertThat(Letters.box(latin, ".").getMinX()).as("its full stop").isGreaterThan(Letters.box(latin, "O").getMaxX() - 1);
        });
    }

    @Test
    void aFieldForALanguageRunsAsItDoes() throws Exception {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> bench.workbench.project().openProperty().get());
        interact(() -> {
            TextField field = new TextField();
            names.direct(field, Side.TARGET);
            for (String typed : List.of("", "12", "README.md הוא קובץ.", "שלום")) {
                field.setText(typed);
                assertThat(field.getNodeOrientation()).as(typed).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
            }
            field.setText("README.md");
            assertThat(field.getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        });
    }

    @Test
    void aFieldRunsAsWhatIsTyped() {
        interact(() -> {
            TextField field = new TextField();
            Directed.byText(field);
            box.getChildren().add(field);
            for (String typed : List.of("שלום עולם", "hello", "", "واحد two 3")) {
                field.setText(typed);
                box.applyCss();
                box.layout();
                assertThat(field.getEffectiveNodeOrientation()).isEqualTo(Directed.of(Direction.of(typed)));
            }
        });
    }
}
