package org.hydraworkbench.app.evaluate;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.project.measures.MeasuredSystem;

/** What was measured so far; the selected run, or the newest, is shown below. */
final class RunsCard extends VBox {

    /** In two lines, since there is little room. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT))
            .appendLiteral('\n')
            .append(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT))
            .toFormatter()
            .withZone(ZoneId.systemDefault());

    RunsCard(EvaluateViewModel model) {
        getStyleClass().add("card-box");
        TableView<Evaluation> table = Tables.of(model.runs(), "evaluate.runs", "evaluate.figures.none");
        table.setId("evaluate-runs");
        Tables.reading(table, model.unreadProperty(), "evaluate.figures.none");
        Parts.tall(table, 14);
        Tables.text(table, "evaluate.column.time", 130, run -> TIME.format(run.artefact().created())).setMinWidth(84);
        Tables.text(table, "evaluate.column.model", 170, Evaluation::name).setMinWidth(76);
        Tables.text(table, "evaluate.column.test", 150, Evaluation::test);
        chrf(table, "evaluate.column.hydra", MeasuredSystem.HYDRA);
        chrf(table, "evaluate.column.everything", MeasuredSystem.EVERYTHING);
        Tables.number(table, "evaluate.column.bitsPerByte", 100, Evaluation::bitsPerByte, Numbers::hundredths);
        model.selectedProperty().bind(table.getSelectionModel().selectedItemProperty());
        getChildren().addAll(Parts.title("evaluate.runs"), table, Parts.hint("evaluate.runs.hint"));
    }

    private static void chrf(TableView<Evaluation> table, String key, MeasuredSystem system) {
        Tables.number(table, key, 84, run -> run.chrf(system), Numbers::hundredths);
    }
}
