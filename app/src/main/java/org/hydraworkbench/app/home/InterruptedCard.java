package org.hydraworkbench.app.home;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Step;
import org.hydraworkbench.app.shell.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Says that a training was interrupted and offers to go on with it; takes no room while there is none. */
final class InterruptedCard extends HBox {

    InterruptedCard(HomeViewModel model) {
        super(12);
        setId("home-interrupted");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("card-box");
        Label sentence = Parts.hintText("");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button goOn = button("home.goOn", "home-go-on", model::goOn);
        Button open = button("action.go.training", "home-interrupted-open", () -> model.go(Step.TRAINING));
        getChildren().addAll(new FontIcon(MaterialDesignP.PAUSE_CIRCLE_OUTLINE), sentence, goOn, open);
        model.interruptedProperty().subscribe(found -> sentence.setText(found.map(Interrupted::sentence).orElse("")));
        Parts.shownWhen(this, model.interruptedProperty().map(Optional::isPresent));
    }

    private static Button button(String key, String id, Runnable command) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> command.run());
        return button;
    }
}
