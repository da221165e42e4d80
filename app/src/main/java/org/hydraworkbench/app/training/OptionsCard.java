package org.hydraworkbench.app.training;

import atlantafx.base.theme.Styles;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
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
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainPlan;

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
        int before = grid.getChildren().size();
        number(grid, "training.patience", form, TrainNumber.PATIENCE, 1);
        grid.getChildren().stream().skip(before).forEach(node -> Parts.shownWhen(node, form.patienceIsAsked()));
        Label begins = Parts.hint(model.beginsProperty());
        begins.setId("training-begins");
        Label problems = Parts.hint(form.problemsProperty().map(found -> String.join(" ", found.values())));
        problems.setId("training-problems");
        problems.getStyleClass().add(Styles.DANGER);
        Parts.shownWhen(problems, problems.textProperty().map(text -> !text.isEmpty()));
        getChildren().addAll(Parts.title("training.options"), grid, more(form), begins, problems, Actions.primaryButton(run));
    }

    /** What only some need, folded away. */
    private static TitledPane more(TrainingForm form) {
        GridPane grid = Parts.form();
        ComboBox<LearningRate.Decay> decay = new ComboBox<>();
        decay.getItems().setAll(LearningRate.Decay.values());
        decay.setConverter(Names.texts("training.decay."));
        Parts.wide(decay, 10, 17);
        decay.valueProperty().bindBidirectional(form.decayProperty());
        Parts.row(grid, "training.decay", decay);
        number(grid, "training.average", form, TrainNumber.AVERAGE, 50);
        NumberField seed = new NumberField(form.seedProperty(), new SimpleStringProperty(""), 1);
        Parts.row(grid, "training.seed", seed.field(), seed);
        CheckBox recompute = new CheckBox();
        recompute.setId("training-recompute");
        recompute.selectedProperty().bindBidirectional(form.recomputeProperty());
        Parts.row(grid, "training.recompute", recompute);
        number(grid, "training.accumulate", form, TrainNumber.ACCUMULATE, 1);
        int plain = grid.getChildren().size();
        number(grid, "training.rank", form, TrainNumber.RANK, 4);
        number(grid, "training.alpha", form, TrainNumber.ALPHA, 4);
        grid.getChildren().stream().skip(plain).forEach(node -> Parts.shownWhen(node, form.planProperty().map(TrainPlan::adapts)));
        number(grid, "training.keep", form, TrainNumber.KEEP, 1);
        number(grid, "training.clip", form, TrainNumber.CLIP, 0.1);
        number(grid, "training.weightDecay", form, TrainNumber.WEIGHT_DECAY, 0.01);
        number(grid, "training.labelSmoothing", form, TrainNumber.LABEL_SMOOTHING, 0.1);
        number(grid, "training.dropout", form, TrainNumber.DROPOUT, 0.1);
        int before = grid.getChildren().size();
        number(grid, "training.wordDropout", form, TrainNumber.WORD_DROPOUT, 0.1);
        number(grid, "training.bpeDropout", form, TrainNumber.BPE_DROPOUT, 0.1);
        grid.getChildren().stream().skip(before).forEach(node -> Parts.shownWhen(node, form.materialProperty().isEqualTo(Material.PAIRS)));
        TitledPane pane = new TitledPane(Texts.get("training.more"), grid);
        pane.setId("training-more");
        pane.setExpanded(false);
        pane.setAnimated(false);
        return pane;
    }

    private static void number(GridPane grid, String key, TrainingForm form, TrainNumber which, double step) {
        NumberField field = new NumberField(
                form.numberProperty(which), form.problemsProperty().map(found -> found.getOrDefault(which, "")), step);
        field.field().setId(key.replace('.', '-'));
        Parts.row(grid, key, field.field(), field);
    }
}
