package org.hydraworkbench.app.parts;

import javafx.beans.property.StringProperty;
import javafx.scene.Parent;
import javafx.scene.control.Skin;
import javafx.scene.control.TextField;
import org.controlsfx.control.textfield.TextFields;
import org.hydraworkbench.app.shell.Texts;
import org.jspecify.annotations.Nullable;

/** A field for the name or the tag of a language, which suggests those that are known while one types. */
public final class LanguageField extends TextField {

    /** @param language what is typed, to be read with {@link LanguageChoices#tag} */
    public LanguageField(StringProperty language, String id) {
        setId(id);
        textProperty().bindBidirectional(language);
        setPromptText(Texts.get("language.prompt"));
        TextFields.bindAutoCompletion(this, request -> LanguageChoices.suggest(request.getUserText()))
                .getAutoCompletionPopup()
                .skinProperty()
                .subscribe(LanguageField::undress);
    }

    /** Takes from the list of suggestions a style sheet that reckons with colours of JavaFX's own look, which is not ours. */
    private static void undress(@Nullable Skin<?> skin) {
        if (skin != null && skin.getNode() instanceof Parent list) {
            list.getStylesheets().clear();
        }
    }
}
