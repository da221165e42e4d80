package org.hydraworkbench.app.training;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainPlan;

/** The plans side by side, in rows, each with what it takes on this machine. What trains only what is named is for the command line. */
final class PlanCards extends VBox {

    private static final List<List<TrainPlan>> ROWS = List.of(
            List.of(TrainPlan.EMBEDDINGS, TrainPlan.OUTER_LAYERS, TrainPlan.FULL), List.of(TrainPlan.STAGED, TrainPlan.LORA, TrainPlan.DORA));

    private final TrainingForm form;
    private final Map<TrainPlan, Label> estimates = new EnumMap<>(TrainPlan.class);
    private final Map<TrainPlan, Label> lacks = new EnumMap<>(TrainPlan.class);

    PlanCards(TrainingViewModel model) {
        super(16);
        this.form = model.form();
        ToggleGroup group = new ToggleGroup();
        for (List<TrainPlan> row : ROWS) {
            getChildren().add(Beside.sharing(
                    row.stream().map(plan -> Parts.wide(card(plan, group), 19, 20)).toArray(Region[]::new)));
        }
        InvalidationListener update = property -> showEstimates();
        for (TrainNumber sized : List.of(
                TrainNumber.STEPS, TrainNumber.BATCH, TrainNumber.LENGTH, TrainNumber.ACCUMULATE, TrainNumber.AVERAGE, TrainNumber.RANK)) {
            form.numberProperty(sized).addListener(update);
        }
        for (Observable input : List.<Observable>of(
                form.problemsProperty(),
                form.recomputeProperty(),
                form.materialProperty(),
                model.unreadProperty(),
                model.stateProperty())) {
            input.addListener(update);
        }
        showEstimates();
    }

    private VBox card(TrainPlan plan, ToggleGroup group) {
        RadioButton choice = new RadioButton(Texts.get("training.plan." + plan));
        choice.getStyleClass().add("part-title");
        choice.setId("training-plan-" + plan);
        choice.setToggleGroup(group);
        choice.setMinWidth(USE_PREF_SIZE);
        choice.setOnAction(event -> form.planProperty().set(plan));
        Label estimate = Parts.hintText("");
        estimates.put(plan, estimate);
        Label lack = Parts.hintText("");
        lack.getStyleClass().add(Styles.DANGER);
        Parts.shownWhen(lack, lack.textProperty().map(text -> !text.isEmpty()));
        lacks.put(plan, lack);
        VBox card = new VBox(choice, Parts.hint("training.plan." + plan + ".hint"), estimate, lack);
        card.getStyleClass().add("card-box");
        card.setOnMouseClicked(event -> form.planProperty().set(plan));
        form.planProperty().subscribe(now -> {
            choice.setSelected(now == plan);
            card.getStyleClass().remove("chosen");
            if (now == plan) {
                card.getStyleClass().add("chosen");
            }
        });
        return card;
    }

    /** While a number is no number what was estimated last stays, so that the fields below keep their places. */
    private void showEstimates() {
        if (!form.problemsProperty().get().isEmpty()) {
            return;
        }
        estimates.forEach((plan, label) -> label.setText(form.estimate(plan)));
        lacks.forEach((plan, label) -> label.setText(form.fitsNot(plan)));
    }
}
