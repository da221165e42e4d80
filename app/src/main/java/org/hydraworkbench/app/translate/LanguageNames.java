package org.hydraworkbench.app.translate;

import java.util.Locale;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Language tags as people read them, for example {@code Kabyle (kab)}. */
final class LanguageNames extends StringConverter<String> {

    @Override
    public String toString(@Nullable String tag) {
        if (tag == null || tag.isEmpty()) {
            return "";
        }
        String name = Locale.forLanguageTag(tag).getDisplayName();
        return name.isEmpty() || name.equals(tag) ? tag : name + " (" + tag + ")";
    }

    @Override
    public String fromString(String text) {
        throw new UnsupportedOperationException("languages are chosen, not typed");
    }
}
