package org.hydraworkbench.app.training;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainPlan;

/** The plans side by side, each with what it takes on this machine. */
final class PlanCards extends GridPane {

    private final TrainingForm form;
    private final List<Label> estimates = new ArrayList<>();

    PlanCards(TrainingViewModel model) {
        super(12, 12);
        this.form = model.form();
        ToggleGroup group = new ToggleGroup();
        for (TrainPlan plan : TrainPlan.values()) {
            ColumnConstraints third = new ColumnConstraints();
            third.setPercentWidth(100.0 / TrainPlan.values().length);
            third.setHgrow(Priority.ALWAYS);
            getColumnConstraints().add(third);
            add(card(plan, group), plan.ordinal(), 0);
        }
        InvalidationListener update = property -> showEstimates();
        for (Observable input : List.<Observable>of(
                form.numberProperty(TrainNumber.STEPS),
                form.problemsProperty(),
                form.materialProperty(),
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
        choice.setOnAction(event -> form.planProperty().set(plan));
        Label estimate = Parts.hintText("");
        estimates.add(estimate);
        VBox card = new VBox(choice, Parts.hint("training.plan." + plan + ".hint"), estimate);
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
        for (TrainPlan plan : TrainPlan.values()) {
            estimates.get(plan.ordinal()).setText(form.estimate(plan));
        }
    }
}
