package org.hydraworkbench.app.alignment;

import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.hydraworkbench.align.AlignOptions;
import org.hydraworkbench.align.Symmetrization;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.AlignmentSettings;
import org.hydraworkbench.tokenizer.Unit;

/** Asks how to align: into what sentences are cut, how the two directions become one, how many passes. */
final class AlignOptionsDialog extends Dialog<AlignmentSettings> {

    private static final int MOST_PASSES = 50;
    private static final double THRESHOLD_STEP = 0.05;

    private final ChoiceBox<Unit> unit = new ChoiceBox<>();
    private final ChoiceBox<Symmetrization> symmetrization =
            new ChoiceBox<>(FXCollections.observableArrayList(Symmetrization.values()));
    private final Spinner<Double> threshold;
    private final Spinner<Integer> passes;

    /** @param tokenizers whether there are tokenizers for both languages */
    AlignOptionsDialog(Window owner, boolean tokenizers) {
        AlignOptions defaults = AlignOptions.defaults();
        initOwner(owner);
        setTitle(Texts.get("alignment.align.title"));
        unit.getItems().setAll(tokenizers ? Unit.values() : new Unit[] {Unit.WORD, Unit.GIVEN});
        unit.setValue(tokenizers ? Unit.UNIT : Unit.WORD);
        unit.setConverter(Names.texts("alignment.unit."));
        symmetrization.setValue(defaults.symmetrization());
        symmetrization.setConverter(Names.texts("alignment.symmetrization."));
        threshold = new Spinner<>(0, 1, defaults.threshold(), THRESHOLD_STEP);
        threshold.setEditable(true);
        threshold.disableProperty().bind(symmetrization.valueProperty().isNotEqualTo(Symmetrization.THRESHOLD));
        passes = new Spinner<>(0, MOST_PASSES, defaults.passes());
        passes.setEditable(true);
        GridPane form = Parts.form();
        Parts.row(form, "alignment.align.unit", unit);
        Parts.row(form, "alignment.align.symmetrization", symmetrization);
        Parts.row(form, "alignment.align.threshold", threshold);
        Parts.row(form, "alignment.align.passes", passes);
        Label hint = Parts.hint(tokenizers ? "alignment.align.hint" : "alignment.align.hintWords");
        hint.setMaxWidth(460);
        DialogPane pane = getDialogPane();
        pane.setContent(Parts.dressed(new VBox(16, hint, form)));
        ButtonType align = new ButtonType(Texts.get("alignment.align.do"), ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().addAll(align, ButtonType.CANCEL);
        if (owner.getScene() != null) {
            pane.getStylesheets().addAll(owner.getScene().getStylesheets());
        }
        setResultConverter(button -> button == align ? settings(defaults) : null);
    }

    /** What the person chose; empty when they cancelled. */
    Optional<AlignmentSettings> ask() {
        return showAndWait();
    }

    private AlignmentSettings settings(AlignOptions defaults) {
        return new AlignmentSettings(
                unit.getValue(),
                defaults.withSymmetrization(symmetrization.getValue())
                        .withThreshold(threshold.getValue())
                        .withPasses(passes.getValue()));
    }
}
