package org.hydraworkbench.app.transfer;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.ToDoubleFunction;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;

/** What transfers made, with figures to choose by. */
final class ResultsCard extends VBox {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    ResultsCard(TransferViewModel model, ActionSpec measure, ActionSpec assemble) {
        getStyleClass().add("card-box");
        TableView<TransferState.Result> table = Tables.of(model.results(), "transfer.results", "transfer.results.none");
        table.setId("transfer-results");
        Tables.reading(table, model.unreadProperty(), "transfer.results.none");
        table.setPrefHeight(230);
        Tables.text(table, "transfer.column.used", 62, row -> row.current() ? "●" : "").setMinWidth(62);
        Tables.text(
                table,
                "transfer.column.method",
                146,
                row -> row.stale() ? Texts.format("transfer.stale", name(row.method())) : name(row.method()));
        Tables.number(table, "transfer.column.bits", 94, row -> measured(model, row, Measured::bitsPerByte));
        Tables.number(table, "transfer.column.norm", 108, row -> measured(model, row, found -> found.table().meanNorm()));
        Tables.number(
                table,
                "transfer.column.own",
                80,
                row -> measured(model, row, found -> found.table().ownRows() * 100),
                share -> Double.isNaN(share) ? "–" : Numbers.brief(share) + " %");
        Tables.text(table, "transfer.column.made", 130, row -> TIME.format(row.artefact().created()));
        model.measured().addListener((MapChangeListener<Long, Measured>) change -> table.refresh());
        Button use = new Button(Texts.get("transfer.use"));
        use.setId("transfer-use");
        use.disableProperty().bind(table.getSelectionModel().selectedItemProperty().map(TransferState.Result::current).orElse(true));
        use.setOnAction(event -> model.use(table.getSelectionModel().getSelectedItem()));
        getChildren().addAll(
                Parts.title("transfer.results"),
                Parts.hint("transfer.results.hint"),
                table,
                Parts.hint(model.notMeasurableProperty()),
                Parts.buttons(Actions.button(measure), use, Actions.button(assemble)));
    }

    private static double measured(TransferViewModel model, TransferState.Result row, ToDoubleFunction<Measured> figure) {
        Measured found = model.measured().get(row.artefact().id());
        return found == null ? Double.NaN : figure.applyAsDouble(found);
    }

    private static String name(String method) {
        String key = "transfer.method." + method;
        return Texts.has(key) ? Texts.get(key) : method;
    }
}
