package org.hydraworkbench.app.parts;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.shell.ActionSpec;
import org.hydraworkbench.app.shell.Actions;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Wrapping;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a workspace shows while there is nothing to show: a picture, a sentence that says why, and the thing to do about it. */
public final class EmptyPane extends VBox {

    /** @param textKey key of the sentence; the first action is the one to do, others may follow */
    public EmptyPane(Ikon icon, String textKey, ActionSpec... actions) {
        getStyleClass().add("empty-state");
        Label text = new Label(Texts.get(textKey));
        Wrapping.on(text);
        text.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(new FontIcon(icon), text);
        for (int i = 0; i < actions.length; i++) {
            getChildren().add(i == 0 ? Actions.primaryButton(actions[i]) : Actions.button(actions[i]));
        }
    }
}
