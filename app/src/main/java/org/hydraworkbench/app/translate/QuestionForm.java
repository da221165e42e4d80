package org.hydraworkbench.app.translate;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.PersonsChoice;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Wrapping;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How the next text is translated: direction, by what, and for the Hydra the template, the decoding and whether edits take part. */
final class QuestionForm extends VBox {

    QuestionForm(TranslateViewModel model) {
        super(8);
        Node beside = labelled("translate.beside", beside(model));
        Parts.shownWhen(beside, Bindings.size(model.choice().possible()).greaterThan(1));
        getChildren().addAll(direction(model), labelled("translate.by", by(model)), beside);
        VBox hydra = new VBox(8, labelled("translate.template", template(model)));
        hydra.getChildren().addAll(decoding(model));
        Parts.shownWhen(hydra, model.choice().byProperty().map(by -> by == AnswerBy.HYDRA));
        getChildren().addAll(hydra, edits(model));
    }

    private static ComboBox<AnswerBy> by(TranslateViewModel model) {
        ComboBox<AnswerBy> box = new ComboBox<>();
        box.setConverter(new Names<>(value -> Texts.get("translate.by." + value)));
        box.setAccessibleText(Texts.get("translate.by"));
        box.setId("translate-by");
        AnswerChoice choice = model.choice();
        PersonsChoice<AnswerBy> chosen = new PersonsChoice<>(box, choice::want);
        Runnable show = () -> chosen.show(choice.possible(), choice.byProperty().get());
        choice.possible().addListener((ListChangeListener<AnswerBy>) change -> show.run());
        choice.byProperty().subscribe(show);
        show.run();
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    /** What gives a second answer beside the first; nothing where it would be the same. */
    private static ComboBox<Optional<AnswerBy>> beside(TranslateViewModel model) {
        ComboBox<Optional<AnswerBy>> box = new ComboBox<>();
        box.setConverter(new Names<>(value ->
                Texts.get("translate.by." + value.map(AnswerBy::toString).orElse("NONE"))));
        box.setAccessibleText(Texts.get("translate.beside"));
        box.setId("translate-beside");
        AnswerChoice choice = model.choice();
        PersonsChoice<Optional<AnswerBy>> chosen = new PersonsChoice<>(box, choice::wantBeside);
        Runnable show = () -> {
            List<Optional<AnswerBy>> others = new ArrayList<>(List.of(Optional.empty()));
            choice.possible().stream().filter(by -> by != choice.byProperty().get()).map(Optional::of).forEach(others::add);
            chosen.show(others, choice.besideProperty().get());
        };
        choice.possible().addListener((ListChangeListener<AnswerBy>) change -> show.run());
        choice.byProperty().subscribe(show);
        choice.besideProperty().subscribe(show);
        show.run();
        box.setMaxWidth(Double.MAX_VALUE);
        return box;
    }

    private static Node direction(TranslateViewModel model) {
        Button swap = new Button(null, new FontIcon(MaterialDesignS.SWAP_HORIZONTAL));
        swap.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        swap.setId("translate-swap");
        swap.setTooltip(new Tooltip(Texts.get("translate.swap")));
        swap.setAccessibleText(Texts.get("translate.swap"));
        swap.setOnAction(event -> model.choice().swap());
        ComboBox<String> from = language(model, "translate.from", model.choice().fromProperty());
        ComboBox<String> to = language(model, "translate.to", model.choice().toProperty());
        HBox bar = Parts.bar(from, swap, to);
        for (ComboBox<String> box : List.of(from, to)) {
            box.setMaxWidth(Double.MAX_VALUE);
            box.setPrefWidth(100);
            HBox.setHgrow(box, Priority.ALWAYS);
        }
        return bar;
    }

    private static ComboBox<String> language(TranslateViewModel model, String key, StringProperty property) {
        ComboBox<String> box = new ComboBox<>();
        box.setConverter(new Names<>(ExchangeView::languageName));
        box.setAccessibleText(Texts.get(key));
        box.setTooltip(new Tooltip(Texts.get(key)));
        box.setId(key.replace('.', '-'));
        bind(box, model.translatorsProperty().map(Translators::languages), property);
        return box;
    }

    private static ComboBox<String> template(TranslateViewModel model) {
        ComboBox<String> box = new ComboBox<>();
        box.setAccessibleText(Texts.get("translate.template"));
        bind(box, model.translatorsProperty().map(Translators::templates), model.templateProperty());
        return box;
    }

    private static void bind(ComboBox<String> box, ObservableValue<List<String>> choices, StringProperty property) {
        PersonsChoice<String> chosen = new PersonsChoice<>(box, property::set);
        Runnable show = () -> chosen.show(choices.getValue(), property.get().isEmpty() ? null : property.get());
        choices.subscribe(found -> show.run());
        property.subscribe(show);
    }

    private static List<Node> decoding(TranslateViewModel model) {
        DecodingForm form = model.decoding();
        ComboBox<Decoding.Mode> mode = new ComboBox<>();
        mode.getItems().setAll(Decoding.Mode.values());
        mode.setConverter(new Names<>(value -> Texts.get("translate.mode." + value)));
        mode.setAccessibleText(Texts.get("translate.decoding"));
        mode.setId("translate-mode");
        mode.valueProperty().bindBidirectional(form.modeProperty());
        Node beams = number("translate.beams", form.beamsProperty(), new SpinnerValueFactory.IntegerSpinnerValueFactory(2, 16));
        Node temperature = number(
                "translate.temperature",
                form.temperatureProperty(),
                new SpinnerValueFactory.DoubleSpinnerValueFactory(0.05, 2, 0.7, 0.05));
        Node topK = number("translate.topK", form.topKProperty(), new SpinnerValueFactory.IntegerSpinnerValueFactory(0, 1000, 40, 5));
        Node topP = number(
                "translate.topP", form.topPProperty(), new SpinnerValueFactory.DoubleSpinnerValueFactory(0.05, 1, 0.95, 0.05));
        Node longest = number(
                "translate.maxTokens", form.maxTokensProperty(), new SpinnerValueFactory.IntegerSpinnerValueFactory(1, 4096, 128, 16));
        ObservableValue<Boolean> beam = form.modeProperty().map(value -> value == Decoding.Mode.BEAM);
        ObservableValue<Boolean> sampling = form.modeProperty().map(value -> value == Decoding.Mode.SAMPLING);
        Parts.shownWhen(beams, beam);
        Parts.shownWhen(temperature, sampling);
        Parts.shownWhen(topK, sampling);
        Parts.shownWhen(topP, sampling);
        return List.of(labelled("translate.decoding", mode), beams, temperature, topK, topP, longest);
    }

    private static <N extends Number> Node number(
            String key, ObjectProperty<N> property, SpinnerValueFactory<N> values) {
        Spinner<N> spinner = new Spinner<>(values);
        values.valueProperty().bindBidirectional(property);
        Parts.typed(spinner);
        Parts.wide(spinner, 8, 8);
        spinner.setAccessibleText(Texts.get(key));
        spinner.setTooltip(new Tooltip(Texts.get(key + ".hint")));
        return labelled(key, spinner);
    }

    private static Node labelled(String key, Control control) {
        Label label = new Label(Texts.get(key));
        label.setLabelFor(control);
        label.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(control, Priority.ALWAYS);
        return Parts.bar(label, control);
    }

    private static Node edits(TranslateViewModel model) {
        CheckBox box = new CheckBox();
        box.setId("translate-edits");
        box.selectedProperty().bindBidirectional(model.withEditsProperty());
        box.textProperty().bind(model.overlayProperty().map(overlay -> Texts.format("translate.edits", overlay.ids().length)));
        box.setTooltip(new Tooltip(Texts.get("translate.edits.hint")));
        Parts.shownWhen(
                box,
                Bindings.createBooleanBinding(
                        () -> model.overlayProperty().get().ids().length > 0 && model.choice().byProperty().get() != AnswerBy.PHRASES,
                        model.overlayProperty(),
                        model.choice().byProperty()));
        Wrapping.on(box);
        return box;
    }
}
