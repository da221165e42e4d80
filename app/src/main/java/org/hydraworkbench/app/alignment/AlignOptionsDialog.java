package org.hydraworkbench.app.alignment;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.app.parts.LanguageNames;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.links.Alignments;
import org.hydraworkbench.project.settings.AlignmentSettings;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.Unit;

/** Asks how to align: into what sentences are cut, by which model, how the two directions become one; and what that model can be told. */
final class AlignOptionsDialog extends Dialog<AlignmentSettings> {

    private static final AlignmentSettings DEFAULTS = AlignmentSettings.defaults();
    private static final String COUNT = "\\d{0,3}";
    private static final double THRESHOLD_STEP = 0.05;
    private static final String WIDTH = "-fx-max-width: 40em;";
    private static final double INDENT = 24;
    private static final List<Unit> UNITS = List.of(Unit.UNIT, Unit.TOKEN, Unit.WORD, Unit.GIVEN);

    private final UnitChoices units;
    private final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(DEFAULTS.unit());
    private final ChoiceBox<AlignmentMethod> model =
            new ChoiceBox<>(FXCollections.observableArrayList(AlignmentMethod.values()));
    private final ChoiceBox<Symmetrization> symmetrization =
            new ChoiceBox<>(FXCollections.observableArrayList(Symmetrization.values()));
    private final Spinner<Double> threshold;
    private final TextField passes = count();
    private final TextField chains = count();
    private final CheckBox stems = new CheckBox();
    private final CheckBox cognates = new CheckBox();

    AlignOptionsDialog(UnitChoices units, LanguageNames names) {
        this.units = units;
        if (!units.allows(unit.get())) {
            UNITS.stream().filter(units::allows).findFirst().ifPresent(unit::set);
        }
        AlignOptions defaults = DEFAULTS.options();
        setHeaderText(Texts.get("alignment.align.title"));
        model.setValue(defaults.model());
        model.setConverter(Names.texts("alignment.model."));
        symmetrization.setValue(defaults.symmetrization());
        symmetrization.setConverter(new Names<>(choice -> Texts.format(
                "alignment.symmetrization." + choice.name().toLowerCase(Locale.ROOT),
                names.of(Side.SOURCE).get(),
                names.of(Side.TARGET).get())));
        model.valueProperty().addListener((property, before, now) -> {
            if (symmetrization.getValue() == before.symmetrization()) { // else the person chose one
                symmetrization.setValue(now.symmetrization());
            }
        });
        threshold = new Spinner<>(0, 1, defaults.threshold(), THRESHOLD_STEP);
        Parts.typed(threshold);
        threshold.disableProperty().bind(symmetrization.valueProperty().isNotEqualTo(Symmetrization.THRESHOLD));
        stems.setSelected(defaults.hmm().stems());
        cognates.setSelected(defaults.hmm().cognates());
        GridPane form = Parts.form();
        Parts.row(form, "alignment.align.model", model);
        Parts.row(form, "alignment.align.symmetrization", symmetrization);
        Parts.row(form, "alignment.align.threshold", threshold);
        List.of(model, symmetrization).forEach(choice -> Parts.wide(choice, 12, 29).setMaxWidth(Double.MAX_VALUE));
        Label hint = Parts.hint("alignment.align.hint");
        hint.setStyle(WIDTH);
        getDialogPane().setContent(Parts.dressed(new VBox(16, hint, units(), form, advanced())));
        ButtonType align = new ButtonType(Texts.get("alignment.align.do"), ButtonBar.ButtonData.OK_DONE);
        getDialogPane().getButtonTypes().setAll(align, ButtonType.CANCEL);
        getDialogPane().lookupButton(align).disableProperty().bind(unit.map(chosen -> !units.allows(chosen)));
        setResultConverter(button -> button == align ? settings() : null);
    }

    /** The units to choose from, those that lack something too, with what it is and what can be done. */
    private Node units() {
        ToggleGroup group = new ToggleGroup();
        VBox box = new VBox(6, Parts.title("alignment.align.unit"));
        String told = "";
        for (Unit one : UNITS) {
            String lacking = units.lacking(one);
            if (!told.equals(lacking)) {
                addWhy(box, told);
                told = lacking;
            }
            RadioButton button = new RadioButton(Texts.get("alignment.unit." + one.name().toLowerCase(Locale.ROOT)));
            button.setId("align-unit-" + one.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(one == unit.get());
            button.setDisable(!units.allows(one));
            button.setOnAction(event -> unit.set(one));
            box.getChildren().add(button);
        }
        addWhy(box, told);
        return box;
    }

    /** Says below the units that lack something what it is and, where it is tokenizers, where to get them. */
    private void addWhy(VBox box, String lacking) {
        if (!lacking.isEmpty()) {
            boolean tokenizers = UNITS.stream()
                    .filter(one -> units.lacking(one).equals(lacking))
                    .allMatch(Alignments::needsTokenizer);
            Label why = Parts.hintText(tokenizers ? Texts.format("alignment.align.tokenizers", lacking) : lacking);
            why.setStyle(WIDTH);
            why.setPadding(new Insets(0, 0, 0, INDENT));
            box.getChildren().add(why);
        }
    }

    /** A whole number, or nothing for what suits. */
    private static TextField count() {
        TextField field = new TextField();
        field.setPromptText(Texts.get("alignment.align.count.prompt"));
        field.setTextFormatter(new TextFormatter<>(change -> change.getControlNewText().matches(COUNT) ? change : null));
        return field;
    }

    private static int count(TextField field) {
        return field.getText().isEmpty() ? 0 : Integer.parseInt(field.getText());
    }

    /** What only some need, folded away; what the chosen model does not have is not shown. */
    private TitledPane advanced() {
        GridPane form = Parts.form();
        Parts.row(form, "alignment.align.passes", passes);
        int forAll = form.getChildren().size();
        Parts.row(form, "alignment.align.chains", chains);
        Parts.row(form, "alignment.align.stems", stems);
        Parts.row(form, "alignment.align.cognates", cognates);
        ObservableValue<Boolean> hmm = model.valueProperty().map(method -> method == AlignmentMethod.HMM_FERTILITY);
        form.getChildren().stream().skip(forAll).forEach(node -> Parts.shownWhen(node, hmm));
        TitledPane pane = new TitledPane(Texts.get("alignment.align.advanced"), form);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.heightProperty().subscribe(() -> Platform.runLater(this::fit));
        return pane;
    }

    /** Gives the window the size that its content wants now. */
    private void fit() {
        Scene scene = getDialogPane().getScene();
        if (scene != null && scene.getWindow() != null) {
            scene.getWindow().sizeToScene();
        }
    }

    private AlignmentSettings settings() {
        AlignOptions options = DEFAULTS.options();
        return DEFAULTS.withUnit(unit.get())
                .withOptions(options.withModel(model.getValue())
                        .withSymmetrization(symmetrization.getValue())
                        .withThreshold(threshold.getValue())
                        .withPasses(count(passes))
                        .withHmm(options.hmm()
                                .withChains(count(chains))
                                .withStems(stems.isSelected())
                                .withCognates(cognates.isSelected())));
    }
}
