package org.hydraworkbench.hydra;

import java.util.IllformedLocaleException;
import java.util.Locale;
import org.hydraworkbench.base.UsageException;

/** Language tags by BCP 47, for example {@code kab}, {@code en} or {@code tt-Cyrl}. */
public final class LanguageTags {

    private LanguageTags() {}

    /**
     * The tag in its usual spelling.
     *
     * @throws UsageException when it is not well-formed
     */
    public static String parse(String tag) throws UsageException {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            if (!locale.getLanguage().isEmpty()) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            throw new UsageException(notATag(tag), e);
        }
        throw new UsageException(notATag(tag));
    }

    private static String notATag(String tag) {
        return "\"" + tag + "\" is no language tag by BCP 47; examples are kab, en and tt-Cyrl.";
    }

    /** The English name of a tag's language, for prompts; the tag itself when there is none. */
    static String englishName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.ENGLISH);
    }
}
