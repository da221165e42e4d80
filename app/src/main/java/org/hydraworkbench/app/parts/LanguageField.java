package org.hydraworkbench.app.parts;

import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ListView;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import org.controlsfx.control.textfield.TextFields;
import org.hydraworkbench.app.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A field for the name or the tag of a language, which suggests those that are known while one types. */
public final class LanguageField extends TextField {

    private static final int ROWS = 10; // more of them scroll

    /** @param language what is typed, to be read with {@link LanguageChoices#tag} */
    public LanguageField(StringProperty language, String id) {
        setId(id);
        textProperty().bindBidirectional(language);
        setPromptText(Texts.get("language.prompt"));
        TextFields.bindAutoCompletion(this, request -> LanguageChoices.suggest(request.getUserText()))
                .getAutoCompletionPopup()
                .skinProperty()
                .subscribe(LanguageField::fit);
    }

    /**
     * Takes from the list of suggestions a style sheet that reckons with colours of JavaFX's own look, which is not ours, and a height
     * that reckons with rows of one size of text; it is as high as its rows are.
     */
    private static void fit(@Nullable Skin<?> skin) {
        if (skin != null && skin.getNode() instanceof ListView<?> list) {
            list.getStylesheets().clear();
            list.prefHeightProperty().unbind();
            list.prefHeightProperty().bind(Bindings.createDoubleBinding(
                    () -> list.getInsets().getTop()
                            + Math.ceil(Math.min(ROWS, list.getItems().size()) * list.getFixedCellSize())
                            + list.getInsets().getBottom(),
                    list.getItems(), list.fixedCellSizeProperty(), list.insetsProperty()));
        }
    }
}
