package org.hydraworkbench.app.parts;

import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import org.controlsfx.control.textfield.TextFields;
import org.hydraworkbench.app.shell.Texts;

/** A field for the name or the tag of a language, which suggests those that are known while one types. */
public final class LanguageField extends TextField {

    /** @param language what is typed, to be read with {@link LanguageChoices#tag} */
    public LanguageField(StringProperty language, String id) {
        setId(id);
        textProperty().bindBidirectional(language);
        setPromptText(Texts.get("language.prompt"));
        TextFields.bindAutoCompletion(this, request -> LanguageChoices.suggest(request.getUserText()));
    }
}
