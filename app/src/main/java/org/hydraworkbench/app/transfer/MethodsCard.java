package org.hydraworkbench.app.transfer;

import javafx.beans.binding.Bindings;
import javafx.collections.SetChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.transfer.TransferMethod;

/** The methods to try, each with a sentence, and their options. */
final class MethodsCard extends VBox {

    MethodsCard(TransferViewModel model, ActionSpec run) {
        getStyleClass().add("card-box");
        getChildren().add(Parts.title("transfer.methods"));
        for (TransferMethod method : TransferMethod.values()) {
            CheckBox box = new CheckBox(Texts.get("transfer.method." + method.id()));
            box.setId("transfer-" + method.id());
            box.setSelected(model.methods().contains(method));
            box.selectedProperty().subscribe(chosen -> {
                if (chosen) {
                    model.methods().add(method);
                } else {
                    model.methods().remove(method);
                }
            });
            model.methods().addListener((SetChangeListener<TransferMethod>) change ->
                    box.setSelected(model.methods().contains(method)));
            Label hint = Parts.hint("transfer.method." + method.id() + ".hint");
            hint.getStyleClass().add("indented");
            getChildren().add(new VBox(2, box, hint));
        }
        CheckBox spelling = new CheckBox(Texts.get("transfer.spelling"));
        spelling.setId("transfer-spelling");
        spelling.setTooltip(new Tooltip(Texts.get("transfer.spelling.hint")));
        spelling.selectedProperty().bindBidirectional(model.spellingProperty());
        CheckBox norms = new CheckBox(Texts.get("transfer.matchNorms"));
        norms.setTooltip(new Tooltip(Texts.get("transfer.matchNorms.hint")));
        norms.selectedProperty().bindBidirectional(model.matchNormsProperty());
        SpinnerValueFactory.IntegerSpinnerValueFactory seeds =
                new SpinnerValueFactory.IntegerSpinnerValueFactory(0, Integer.MAX_VALUE, 0);
        Spinner<Integer> seed = new Spinner<>(seeds);
        seeds.valueProperty().bindBidirectional(model.seedProperty());
        Parts.typed(seed);
        Parts.wide(seed, 8, 8);
        seed.setAccessibleText(Texts.get("transfer.seed"));
        Label seedLabel = new Label(Texts.get("transfer.seed"));
        seedLabel.setLabelFor(seed);
        seed.disableProperty().bind(Bindings.createBooleanBinding(
                () -> !model.methods().contains(TransferMethod.RANDOM), model.methods()));
        Button start = Actions.primaryButton(run);
        start.textProperty().bind(model.runTextProperty());
        start.accessibleTextProperty().bind(model.runTextProperty());
        getChildren().addAll(spelling, norms, Parts.bar(seedLabel, seed), Parts.hint(model.missingProperty()), start);
    }
}
