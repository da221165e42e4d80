package org.hydraworkbench.app.training;

import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.NumberField;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.settings.TrainingSettings;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.TrainNumber;

/** The settings of the next run. */
final class OptionsCard extends VBox {

    OptionsCard(TrainingViewModel model, ActionSpec run) {
        TrainingForm form = model.form();
        getStyleClass().add("card-box");
        ComboBox<Material> material = new ComboBox<>();
        material.getItems().setAll(Material.values());
        material.setConverter(new Names<>(value -> Texts.get("training.material." + value)));
        Parts.wide(material, 10, 17);
        material.valueProperty().bindBidirectional(form.materialProperty());
        ComboBox<TrainingSettings.Start> start = new ComboBox<>();
        start.getItems().setAll(TrainingSettings.Start.values());
        start.setConverter(Names.texts("training.start."));
        Parts.wide(start, 10, 17);
        start.valueProperty().bindBidirectional(form.startProperty());
        GridPane grid = Parts.form();
        Parts.row(grid, "training.material", material);
        Parts.row(grid, "training.start", start);
        ComboBox<Directions> directions = new ComboBox<>();
        directions.setId("training-directions");
        directions.getItems().setAll(Directions.values());
        directions.setConverter(Names.texts("training.directions."));
        Parts.wide(directions, 10, 17);
        directions.valueProperty().bindBidirectional(form.directionsProperty());
        directions.disableProperty().bind(form.materialProperty().isNotEqualTo(Material.PAIRS));
        Parts.row(grid, "training.directions", directions);
        number(grid, "training.steps", form, TrainNumber.STEPS, 50);
        number(grid, "training.batch", form, TrainNumber.BATCH, 4);
        number(grid, "training.length", form, TrainNumber.LENGTH, 16);
        number(grid, "training.rate", form, TrainNumber.RATE, 1e-4);
        number(grid, "training.warmup", form, TrainNumber.WARMUP, 10);
        number(grid, "training.average", form, TrainNumber.AVERAGE, 50);
        NumberField seed = new NumberField(form.seedProperty(), new SimpleStringProperty(""), 1);
        Parts.row(grid, "training.seed", seed.field(), seed);
        int before = grid.getChildren().size();
        number(grid, "training.patience", form, TrainNumber.PATIENCE, 1);
        grid.getChildren().stream().skip(before).forEach(node -> Parts.shownWhen(node, form.patienceIsAsked()));
        Label begins = Parts.hint(model.beginsProperty());
        begins.setId("training-begins");
        getChildren().addAll(Parts.title("training.options"), grid, begins, Actions.primaryButton(run));
    }

    private static void number(GridPane grid, String key, TrainingForm form, TrainNumber which, double step) {
        NumberField field = new NumberField(
                form.numberProperty(which), form.problemsProperty().map(found -> found.getOrDefault(which, "")), step);
        field.field().setId(key.replace('.', '-'));
        Parts.row(grid, key, field.field(), field);
    }
}
