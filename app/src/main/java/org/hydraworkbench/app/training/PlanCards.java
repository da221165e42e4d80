package org.hydraworkbench.app.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.train.TrainNumber;
import org.hydraworkbench.train.TrainPlan;

/** The plans side by side, each with what it takes on this machine. */
final class PlanCards extends StackPane {

    private final TrainingForm form;
    private final List<Label> estimates = new ArrayList<>();

    PlanCards(TrainingViewModel model) {
        this.form = model.form();
        ToggleGroup group = new ToggleGroup();
        getChildren().add(Beside.sharing(Arrays.stream(TrainPlan.values())
                .map(plan -> Parts.wide(card(plan, group), 19, 20))
                .toArray(Region[]::new)));
        InvalidationListener update = property -> showEstimates();
        for (Observable input : List.<Observable>of(
                form.numberProperty(TrainNumber.STEPS),
                form.problemsProperty(),
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
