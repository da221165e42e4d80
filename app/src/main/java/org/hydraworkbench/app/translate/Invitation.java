package org.hydraworkbench.app.translate;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.hydraworkbench.app.parts.Parts;
import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.app.writing.Directed;
import org.hydraworkbench.app.writing.Wrapping;

/** What stands where the conversation will be: what one can do here, and sentences of the project to begin with. */
final class Invitation extends VBox {

    private final TranslateViewModel model;
    private final Runnable asked;

    /** @param asked what is done once a sentence was asked for */
    Invitation(TranslateViewModel model, Runnable asked) {
        this.model = model;
        this.asked = asked;
        setId("translate-invitation");
        getStyleClass().add("empty-state");
        setMaxHeight(Region.USE_PREF_SIZE);
        Label what = Parts.hint("translate.invitation");
        VBox examples = new VBox(8);
        examples.getStyleClass().add("invitation-examples");
        getChildren().addAll(what, examples);
        model.examplesProperty().subscribe(sentences -> show(examples, sentences));
        model.choice().fromProperty().subscribe(from -> show(examples, model.examplesProperty().getValue()));
    }

    private void show(VBox into, ExampleSentences sentences) {
        List<String> texts = sentences.in(model.choice().fromProperty().get());
        into.getChildren().setAll(texts.stream().map(this::example).toList());
    }

    private Button example(String text) {
        Button button = new Button();
        button.getStyleClass().addAll(Styles.FLAT, "invitation-example");
        Directed.write(button, text, Directed.language(model.choice().fromProperty().get()).apply(text));
        Wrapping.on(button);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(Texts.get("translate.invitation.ask")));
        button.setOnAction(event -> {
            asked.run();
            model.send(text);
        });
        return button;
    }
}
