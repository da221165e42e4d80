package org.hydraworkbench.app.training;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.jspecify.annotations.Nullable;

/** The settings of the next run. */
final class OptionsCard extends VBox {

    OptionsCard(TrainingForm form, ActionSpec start) {
        getStyleClass().add("card-box");
        ComboBox<Material> material = new ComboBox<>();
        material.getItems().setAll(Material.values());
        material.setConverter(new Names<>(value -> Texts.get("training.material." + value)));
        material.setPrefWidth(200);
        material.valueProperty().bindBidirectional(form.materialProperty());
        TextField rate = new TextField();
        TextFormatter<Double> format = new TextFormatter<>(new RateText(form), form.rateProperty().get());
        format.valueProperty().bindBidirectional(form.rateProperty());
        rate.setTextFormatter(format);
        GridPane grid = Parts.form();
        Parts.row(grid, "training.material", material);
        Parts.row(grid, "training.steps", whole(form.stepsProperty(), 1, 1_000_000, 50));
        Parts.row(grid, "training.batch", whole(form.batchProperty(), 1, 1024, 4));
        Parts.row(grid, "training.length", whole(form.lengthProperty(), 8, 8192, 16));
        Parts.row(grid, "training.rate", rate);
        Parts.row(grid, "training.warmup", whole(form.warmupProperty(), 0, 100_000, 10));
        Parts.row(grid, "training.seed", whole(form.seedProperty(), 0, Integer.MAX_VALUE, 1));
        getChildren().addAll(Parts.title("training.options"), grid, Actions.primaryButton(start));
    }

    private static Spinner<Integer> whole(ObjectProperty<Integer> property, int least, int most, int step) {
        SpinnerValueFactory<Integer> values = new IntegerSpinnerValueFactory(least, most, property.get(), step);
        values.valueProperty().bindBidirectional(property);
        Spinner<Integer> spinner = new Spinner<>(values);
        spinner.setEditable(true);
        spinner.setPrefWidth(130);
        spinner.focusedProperty().subscribe(focused -> {
            if (!focused) {
                spinner.commitValue();
            }
        });
        return spinner;
    }

    private static final class RateText extends StringConverter<Double> {

        private final TrainingForm form;

        RateText(TrainingForm form) {
            this.form = form;
        }

        @Override
        public String toString(@Nullable Double rate) {
            return rate == null ? "" : Numbers.brief(rate);
        }

        /** What is no rate leaves the one that was. */
        @Override
        public Double fromString(String text) {
            try {
                double rate = Double.parseDouble(text.strip());
                return rate > 0 && rate <= 1 ? rate : form.rateProperty().get();
            } catch (NumberFormatException e) {
                return form.rateProperty().get();
            }
        }
    }
}
