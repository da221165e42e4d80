package org.hydraworkbench.app.tokenizer;

import java.util.Optional;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.PersonsChoice;
import org.hydraworkbench.app.plot.Numbers;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.text.Direction;
import org.hydraworkbench.text.Isolates;
import org.hydraworkbench.text.Side;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The card of one language's tokenizer: which it is, its figures, the sentence as tokens. */
final class SideCard extends VBox {

    /** @param direction which way the sentence runs */
    SideCard(SideViewModel model, ObservableValue<Direction> direction) {
        getStyleClass().add("card-box");
        String side = key(model.side());
        Label title = Parts.title("tokenizer." + side);
        title.textProperty().bind(model.languageProperty()
                .map(tag -> tag.isEmpty() ? Texts.get("tokenizer." + side) : Texts.get("tokenizer." + side) + " · " + tag));
        Button load = new Button(Texts.get("tokenizer.load"), new FontIcon(MaterialDesignF.FOLDER_OPEN_OUTLINE));
        load.setId("tokenizer-load-" + side);
        load.disableProperty().bind(model.languageProperty().map(String::isEmpty));
        load.setOnAction(event -> model.load());
        ChipFlow chips = new ChipFlow();
        chips.setId("tokenizer-chips-" + side);
        model.chips().addListener((ListChangeListener<TokenChip>) change -> chips.show(model.chips(), direction.getValue()));
        Label count = Parts.hintText("");
        model.chips().addListener((ListChangeListener<TokenChip>) change ->
                count.setText(Texts.format("tokenizer.chips.count", model.chips().size())));
        Label none = Parts.hint("tokenizer.none." + side);
        Parts.shownWhen(none, model.languageProperty().flatMap(tag -> // without one nothing of the project is known yet
                model.artefactProperty().map(found -> found.isEmpty() && !tag.isEmpty())));
        load.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(title, Parts.bar(choice(model), load), none, figures(model), chips, count);
        Parts.shownWhen(count, model.artefactProperty().map(Optional::isPresent));
    }

    private static FlowPane figures(SideViewModel model) {
        FlowPane figures = new FlowPane(24, 8);
        figures.getChildren().addAll(
                Parts.figure("tokenizer.figure.size", of(model, facts -> String.format("%,d", facts.size()))),
                Parts.figure("tokenizer.figure.perWord", of(model, facts -> Numbers.brief(facts.own().tokensPerWord()))),
                Parts.figure("tokenizer.figure.bytes", of(model, facts -> Numbers.brief(facts.own().bytesPerToken()))),
                Parts.figure("tokenizer.figure.unknown", of(model, facts -> percent(facts.own().unknownRate()))),
                Parts.figure("tokenizer.figure.byteRate", of(model, facts -> percent(facts.own().byteRate()))));
        if (model.side() == Side.SOURCE) {
            figures.getChildren().add(Parts.figure(
                    "tokenizer.figure.onTarget", of(model, facts -> Numbers.brief(facts.target().tokensPerWord()))));
        }
        Parts.shownWhen(figures, model.artefactProperty().map(Optional::isPresent));
        return figures;
    }

    private static ObservableValue<String> of(SideViewModel model, Function<TokenizerFacts, String> text) {
        return model.factsProperty().map(facts -> facts.map(text).orElse("…"));
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Numbers.brief(share * 100) + " %";
    }

    private static ComboBox<Artefact> choice(SideViewModel model) {
        ComboBox<Artefact> choice = new ComboBox<>();
        choice.setAccessibleText(Texts.get("tokenizer.choose"));
        choice.setId("tokenizer-choice-" + key(model.side()));
        choice.setCellFactory(list -> new NameCell());
        choice.setButtonCell(new NameCell());
        choice.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(choice, Priority.SOMETIMES);
        Parts.wide(choice, 10, 17);
        Parts.shownWhen(choice, model.artefactProperty().map(Optional::isPresent));
        PersonsChoice<Artefact> chosen = new PersonsChoice<>(choice, model::choose);
        Runnable show = () -> chosen.show(
                model.choices(),
                model.choices().stream()
                        .filter(one -> Optional.of(one.id()).equals(model.artefactProperty().get().map(Artefact::id)))
                        .findFirst()
                        .orElse(null));
        model.artefactProperty().subscribe(show);
        model.choices().addListener((ListChangeListener<Artefact>) change -> show.run());
        show.run();
        return choice;
    }

    private static final class NameCell extends ListCell<Artefact> {
        @Override
        protected void updateItem(@Nullable Artefact artefact, boolean empty) {
            super.updateItem(artefact, empty);
            setText(empty || artefact == null ? null : Isolates.of(artefact.name()));
        }
    }

    private static String key(Side side) {
        return side == Side.SOURCE ? "source" : "target";
    }
}
