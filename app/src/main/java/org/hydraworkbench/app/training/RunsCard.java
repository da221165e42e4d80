package org.hydraworkbench.app.training;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.function.ToDoubleFunction;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.Tables;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.shell.Workspace;
import org.jspecify.annotations.Nullable;

/** Earlier runs: the selected ones are drawn beside the present one; those that ended early can be gone on with. */
final class RunsCard extends VBox {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT).withZone(ZoneId.systemDefault());

    private final TableView<RunRow> table;

    RunsCard(TrainingViewModel model) {
        getStyleClass().add("card-box");
        table = Tables.of(model.runs(), "training.runs", "training.runs.none");
        table.setId("training-runs");
        Tables.reading(table, model.unreadProperty(), "training.runs.none");
        Parts.tall(table, 14);
        Tables.text(table, "training.column.used", 55, row -> row instanceof RunRow.Made made && made.current() ? "●" : "");
        Tables.text(table, "training.column.name", 190, RunRow::name);
        Tables.number(table, "training.column.steps", 75, RunsCard::steps);
        Tables.number(table, "training.column.best", 75, row -> figure(row, made -> made.curves().bits().range()[0]));
        Tables.number(table, "training.column.loss", 75, row -> figure(row, RunRow.Made::loss));
        Tables.number(table, "training.column.speed", 90, row -> figure(row, RunRow.Made::tokensPerSecond));
        Tables.text(table, "training.column.state", 150, RunsCard::state);
        Tables.text(table, "training.column.time", 130, row -> TIME.format(row.time()));
        table.getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> {
            model.compared().clear();
            for (RunRow row : table.getSelectionModel().getSelectedItems()) {
                if (row instanceof RunRow.Made made) {
                    model.compared().add(made.artefact().id());
                }
            }
        });
        Button use = new Button(Texts.get("training.use"));
        use.setOnAction(event -> {
            if (chosen() instanceof RunRow.Made made) {
                model.use(made);
            }
        });
        Button resume = new Button(Texts.get("training.resume"));
        resume.setId("training-resume");
        resume.setOnAction(event -> {
            if (chosen() instanceof RunRow.Unfinished unfinished) {
                model.resume(unfinished);
            }
        });
        Button discard = new Button(Texts.get("training.discard"));
        discard.getStyleClass().add(Workspace.ENDS_A_JOB);
        discard.setOnAction(event -> {
            if (chosen() instanceof RunRow.Unfinished unfinished) {
                model.discard(unfinished);
            }
        });
        var selected = table.getSelectionModel().selectedItemProperty();
        Runnable enable = () -> {
            RunRow row = selected.get();
            use.setDisable(!(row instanceof RunRow.Made made) || made.current());
            resume.setDisable(!(row instanceof RunRow.Unfinished) || model.runningProperty().get());
            discard.setDisable(!(row instanceof RunRow.Unfinished));
        };
        selected.subscribe(enable);
        model.runningProperty().subscribe(enable);
        enable.run();
        getChildren().addAll(
                Parts.title("training.runs"), Parts.hint("training.runs.hint"), table, Parts.buttons(use, resume, discard));
    }

    private @Nullable RunRow chosen() {
        return table.getSelectionModel().getSelectedItem();
    }

    private static double steps(RunRow row) {
        return switch (row) {
            case RunRow.Made made -> made.steps();
            case RunRow.Unfinished unfinished -> unfinished.reached().step();
        };
    }

    private static String state(RunRow row) {
        return switch (row) {
            case RunRow.Made made when made.kept() < made.steps() -> Texts.format("training.kept", made.kept());
            case RunRow.Made made -> made.isStopped() ? Texts.format("training.stopped", made.planned()) : "";
            case RunRow.Unfinished unfinished -> Texts.format("training.unfinished", unfinished.reached().steps());
        };
    }

    private static double figure(RunRow row, ToDoubleFunction<RunRow.Made> figure) {
        return row instanceof RunRow.Made made ? figure.applyAsDouble(made) : Double.NaN;
    }
}
