package org.hydraworkbench.project.measures;

import java.util.Map;

/**
 * A held-out sentence with what each system made of it.
 *
 * @param line its place among the held-out pairs, from 1
 * @param source what was to be translated
 * @param reference a person's translation
 * @param ratio how alike the most similar source is that the project learnt from, 0 to 1; NaN where that is not known
 * @param confidence which chrF was expected of the best judged system's translation, 0 to 100; NaN where none was
 * @param translations by system
 */
public record MeasuredSentence(
        int line, String source, String reference, double ratio, double confidence, Map<MeasuredSystem, String> translations) {

    public MeasuredSentence {
        translations = Map.copyOf(translations);
    }

    /** The translation of a system, which must have been measured. */
    public String translation(MeasuredSystem system) {
        String text = translations.get(system);
        if (text == null) {
            throw new IllegalArgumentException(system + " was not measured");
        }
        return text;
    }
}
