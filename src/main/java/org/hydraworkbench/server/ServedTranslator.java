package org.hydraworkbench.server;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.LetterScripts;

/** Who translates for a {@link LocalService}. Safe for use by several threads. */
public interface ServedTranslator {

    /** What programs show of it, for example the name of a project. */
    String name();

    /** What it translates, the usual direction first; at least one. */
    List<LanguagePair> directions();

    /**
     * Translates a text of any length.
     *
     * @param direction one of {@link #directions}
     * @throws InputException when the text cannot be translated, for example because it is longer than the context of a Hydra
     */
    Answer translate(LanguagePair direction, String text, Progress progress) throws HydraException;

    /**
     * Translates what is written in HTML. Its tags are in the translation, those in a sentence at the words that they belong to; it has no alternatives.
     *
     * @param direction one of {@link #directions}
     * @throws InputException when the text cannot be translated or its tags are broken
     */
    Answer translateHtml(LanguagePair direction, String html, Progress progress) throws HydraException;

    /**
     * Takes in a translation that a person holds to be right. From then on it is the translation of this very text, and its words go before
     * those of others.
     *
     * @param direction one of {@link #directions}
     * @param texts the text and its translation, neither blank
     */
    void confirm(LanguagePair direction, SentencePair texts, Progress progress) throws HydraException;

    /** How much of a text it knows as being in a language, 0 to 1; by the letters alone where it knows no better. */
    default double familiarity(LanguageTag language, String text) throws HydraException {
        return LetterScripts.of(List.of(text)).fit(language.scripts()) ? 1 : 0;
    }

    /** The terms that translations of a direction keep to; none where there is no glossary. */
    default List<Term> terms(LanguagePair direction) throws HydraException {
        return List.of();
    }

    /**
     * A translation.
     *
     * @param text as it is to be read
     * @param confidence expected chrF, 0 to 100; NaN where it is not known
     * @param alternatives other translations, the best first; none of a text of several sentences
     */
    record Answer(String text, double confidence, List<String> alternatives) {

        public Answer {
            alternatives = List.copyOf(alternatives);
        }
    }

    /**
     * A term of a glossary.
     *
     * @param source in the language that is translated from
     * @param target what it is called in the other
     */
    record Term(String source, String target) {}
}
