package org.hydraworkbench.app.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.HoldOutOffer;
import org.hydraworkbench.app.parts.HoldOutView;
import org.hydraworkbench.app.parts.Names;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.parts.PersonsChoice;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.artefacts.Artefact;
import org.hydraworkbench.project.artefacts.ToldApart;

/** What answers are chosen by, what that gained, and learning it anew. */
final class WeightsCard extends VBox {

    WeightsCard(WeightsViewModel model, HoldOutOffer holdOut, ActionSpec learn) {
        getStyleClass().add("card-box");
        ComboBox<Optional<Artefact>> weights = new ComboBox<>();
        weights.setId("translate-weights");
        weights.setAccessibleText(Texts.get("translate.weights"));
        weights.setTooltip(new Tooltip(Texts.get("translate.weights.hint")));
        weights.setMaxWidth(Double.MAX_VALUE);
        weights.setConverter(new Names<>(one -> one.map(artefact -> ToldApart.name(artefact, model.stateProperty().get().learnt()))
                .orElse(Texts.get("translate.weights.own"))));
        PersonsChoice<Optional<Artefact>> chosen = new PersonsChoice<>(weights, model::use);
        model.stateProperty().subscribe(found -> {
            List<Optional<Artefact>> choices = new ArrayList<>();
            choices.add(Optional.empty());
            found.learnt().forEach(one -> choices.add(Optional.of(one)));
            chosen.show(choices, found.inUse());
        });
        Label told = Parts.hint(model.toldProperty());
        told.setId("translate-weights-told");
        getChildren().addAll(
                Parts.title("translate.weights"), Parts.hint("translate.weights.what"), weights, told,
                new HoldOutView(holdOut), Parts.buttons(Actions.button(learn)));
    }
}
