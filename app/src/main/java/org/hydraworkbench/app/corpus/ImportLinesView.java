package org.hydraworkbench.app.corpus;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.PersonsChoice;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.corpus.LineOptions;
import org.hydraworkbench.corpus.TableSample;
import org.hydraworkbench.project.corpora.ImportPreview;
import org.hydraworkbench.text.Side;

/** How the lines of an import are read: encoding, columns, head, and lines that are no pairs. */
final class ImportLinesView {

    private static final int LONGEST_CELL = 24; // of a column's first cell, in characters

    private final ImportViewModel model;
    private final ImportLines lines;

    ImportLinesView(ImportViewModel model) {
        this.model = model;
        this.lines = model.lines();
    }

    /** The offer to leave lines out that are no pairs, and why they are none. */
    Node badLines() {
        Label which = Parts.hintText("");
        which.setId("import-bad-lines");
        which.textProperty().bind(model.previewProperty().map(ImportPreview::badLines).orElse(""));
        CheckBox skip = new CheckBox(Texts.get("corpus.import.skip"));
        skip.setId("import-skip");
        skip.selectedProperty().bindBidirectional(lines.skipBadLinesProperty());
        Label reasons = Parts.hintText("");
        reasons.setId("import-bad-line-reasons");
        reasons.textProperty().bind(model.previewProperty().map(found -> String.join("\n", found.badLineReasons())).orElse(""));
        TitledPane why = new TitledPane(Texts.get("corpus.import.why"), reasons);
        why.setId("import-why");
        why.setExpanded(false);
        why.setAnimated(false);
        HBox offer = Parts.bar(skip, which);
        offer.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(4, offer, why);
        Parts.shownWhen(box, model.previewProperty().map(found -> !found.badLines().isEmpty()).orElse(false));
        return new VBox(box);
    }

    /** The choice of an encoding, and of the columns of a table. */
    Node choices(LanguageNames names) {
        ChoiceBox<String> encoding = new ChoiceBox<>(FXCollections.observableArrayList(""));
        encoding.getItems().addAll(LineOptions.ENCODINGS);
        encoding.setId("import-encoding");
        encoding.setConverter(new Names<>(name -> name.isEmpty() ? Texts.get("corpus.import.encoding.usual") : name));
        encoding.valueProperty().bindBidirectional(lines.encodingProperty());
        Label label = new Label(Texts.get("corpus.import.encoding"));
        label.setLabelFor(encoding);
        FlowPane all = new FlowPane(16, 8, together(label, encoding), column(Side.SOURCE, names), column(Side.TARGET, names));
        all.setMinHeight(Region.USE_PREF_SIZE);
        return all;
    }

    private static HBox together(Label label, Node choice) {
        HBox box = Parts.bar(label, choice);
        box.setAlignment(Pos.BASELINE_LEFT);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    /** Whether the first line of a table is one of its pairs. */
    Node head() {
        CheckBox skip = new CheckBox(Texts.get("corpus.import.skipHead"));
        skip.setId("import-skip-head");
        skip.selectedProperty().bindBidirectional(lines.skipHeadProperty());
        Label head = Parts.hint(model.previewProperty()
                .map(found -> found.head().isEmpty() ? "" : Texts.format("corpus.import.head", String.join(", ", found.head())))
                .orElse(""));
        head.setId("import-head");
        HBox box = Parts.bar(skip, head);
        box.setAlignment(Pos.CENTER_LEFT);
        Parts.shownWhen(box, model.previewProperty().map(found -> width(found) > 0).orElse(false));
        return box;
    }

    private static int width(ImportPreview found) {
        TableSample table = found.sample();
        return table == null ? 0 : table.width();
    }

    private Node column(Side side, LanguageNames names) {
        Label language = new Label();
        language.textProperty().bind(names.of(side));
        ComboBox<Integer> box = new ComboBox<>();
        box.setId(side == Side.SOURCE ? "import-column-source" : "import-column-target");
        box.accessibleTextProperty().bind(names.of(side));
        box.setConverter(new Names<>(this::title));
        PersonsChoice<Integer> chosen = new PersonsChoice<>(box, column -> lines.chooseColumn(side, column));
        model.previewProperty().subscribe(found -> {
            List<Integer> all = found == null ? List.of() : IntStream.range(0, width(found)).boxed().toList();
            int column = lines.column(side);
            chosen.show(all, column < 0 ? null : Integer.valueOf(column));
        });
        HBox both = together(language, box);
        Parts.shownWhen(both, model.previewProperty().map(found -> width(found) > 2).orElse(false));
        return both;
    }

    /** The number of a column and its first cell. */
    private String title(Integer column) {
        TableSample table = lines.sample();
        List<String> first = table == null || table.rows().isEmpty() ? List.of() : table.rows().getFirst();
        String cell = column < first.size() ? first.get(column).strip() : "";
        String shown = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) + "…" : cell;
        return Texts.format("corpus.import.column", column + 1, shown);
    }
}
