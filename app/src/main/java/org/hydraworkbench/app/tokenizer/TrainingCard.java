package org.hydraworkbench.app.tokenizer;

import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Beside;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.plot.PlotView;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Dialogs;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.tokenizer.TokenizerTrainer;

/** The card for training a tokenizer: settings on the left, what each size would cost on the right. */
final class TrainingCard extends VBox {

    private static final int LARGEST = 512_000;

    TrainingCard(TrainingForm model, ActionSpec train, ActionSpec measure, Dialogs dialogs) {
        getStyleClass().add("card-box");
        PlotView plot = new PlotView(model.curve(), dialogs);
        Parts.tall(plot, 15);
        HBox.setHgrow(plot, Priority.ALWAYS);
        model.measuredProperty().subscribe(found -> plot.refresh());
        Parts.shownWhen(plot, model.measuredProperty().map(found -> true).orElse(false));
        Button take = new Button(Texts.get("tokenizer.proposal.take"));
        take.setOnAction(event -> model.takeProposal());
        take.disableProperty().bind(Bindings.not(model.canTakeProposal()));
        Parts.shownWhen(take, model.measuredProperty().map(found -> true).orElse(false));
        VBox left = new VBox(
                10,
                form(model),
                Parts.hint(model.proposalProperty()),
                Parts.buttons(Actions.primaryButton(train), Actions.button(measure), take));
        Beside columns = new Beside(Parts.wide(left, 20, 32), Parts.wide(plot, 16, 30));
        getChildren().addAll(Parts.title("tokenizer.train.title"), Parts.hint("tokenizer.train.hint"), columns);
    }

    private static GridPane form(TrainingForm model) {
        Spinner<Integer> size = new Spinner<>();
        SpinnerValueFactory.IntegerSpinnerValueFactory sizes =
                new SpinnerValueFactory.IntegerSpinnerValueFactory(300, LARGEST, model.sizeProperty().get(), 1_000);
        sizes.valueProperty().bindBidirectional(model.sizeProperty());
        size.setValueFactory(sizes);
        Parts.typed(size);
        size.setId("tokenizer-size");
        size.focusedProperty().subscribe(focused -> {
            if (!focused) {
                size.commitValue();
            }
        });
        ComboBox<TokenizerTrainer.Kind> kind = new ComboBox<>();
        kind.getItems().setAll(TokenizerTrainer.Kind.values());
        kind.setConverter(new Names<>(value -> Texts.get("tokenizer.kind." + value)));
        kind.valueProperty().bindBidirectional(model.kindProperty());
        CheckBox nfc = new CheckBox();
        nfc.selectedProperty().bindBidirectional(model.nfcProperty());
        CheckBox digits = new CheckBox();
        digits.selectedProperty().bindBidirectional(model.splitDigitsProperty());
        CheckBox bytes = new CheckBox();
        bytes.selectedProperty().bindBidirectional(model.byteFallbackProperty());
        bytes.disableProperty().bind(Bindings.equal(model.kindProperty(), TokenizerTrainer.Kind.BYTE_LEVEL));
        GridPane form = Parts.form();
        Parts.row(form, "tokenizer.size", size);
        Parts.row(form, "tokenizer.kind", kind);
        Parts.row(form, "tokenizer.nfc", nfc);
        Parts.row(form, "tokenizer.digits", digits);
        Parts.row(form, "tokenizer.byteFallback", bytes);
        return form;
    }
}
