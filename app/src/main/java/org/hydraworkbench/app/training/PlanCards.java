package org.hydraworkbench.app.training;

import atlantafx.base.theme.Styles;
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
    private final List<Label> lacks = new ArrayList<>();

    PlanCards(TrainingViewModel model) {
        this.form = model.form();
        ToggleGroup group = new ToggleGroup();
        getChildren().add(Beside.sharing(Arrays.stream(TrainPlan.values())
                .map(plan -> Parts.wide(card(plan, group), 19, 20))
                .toArray(Region[]::new)));
        InvalidationListener update = property -> showEstimates();
        for (TrainNumber sized : List.of(
                TrainNumber.STEPS, TrainNumber.BATCH, TrainNumber.LENGTH, TrainNumber.ACCUMULATE, TrainNumber.AVERAGE)) {
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
        estimates.add(estimate);
        Label lack = Parts.hintText("");
        lack.getStyleClass().add(Styles.DANGER);
        Parts.shownWhen(lack, lack.textProperty().map(text -> !text.isEmpty()));
        lacks.add(lack);
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
        for (TrainPlan plan : TrainPlan.values()) {
            estimates.get(plan.ordinal()).setText(form.estimate(plan));
            lacks.get(plan.ordinal()).setText(form.fitsNot(plan));
        }
    }
}
