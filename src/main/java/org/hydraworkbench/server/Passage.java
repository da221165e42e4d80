package org.hydraworkbench.server;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.server.ServedTranslator.Answer;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.SentenceSplitter;
import org.hydraworkbench.text.Span;

/**
 * Translates texts of any length part by part ({@link SentenceSplitter#parts}). White space between parts stays as it is. Safe for use by several threads.
 */
final class Passage {

    private static final double CERTAIN = 100;

    private final SentenceSplitter splitter;

    /** Who translates the sentences. */
    interface Sentences {

        /** Translates a sentence, which is not blank and has no white space around it. */
        Answer translate(String sentence) throws HydraException;

        /** Whether a text is not to be cut, since a person said how it is translated as a whole. */
        boolean isWhole(String text) throws HydraException;
    }

    /** @param language of the texts */
    Passage(LanguageTag language) {
        this.splitter = SentenceSplitter.of(language);
    }

    /** Translates a text; one without sentences is its own translation. */
    Answer translate(String text, Sentences by) throws HydraException {
        Offsets offsets = Offsets.of(text);
        StringBuilder written = new StringBuilder();
        List<Span> parts = splitter.parts(text, by::isWhole);
        List<Answer> answers = new ArrayList<>();
        double sure = 0;
        long length = 0;
        int from = 0;
        for (Span part : parts) {
            Answer answer = by.translate(offsets.slice(part));
            written.append(offsets.slice(from, part.start())).append(answer.text());
            from = part.end();
            answers.add(answer);
            sure += answer.confidence() * part.length();
            length += part.length();
        }
        written.append(offsets.slice(from, offsets.codePoints()));
        return new Answer(written.toString(), length == 0 ? CERTAIN : sure / length, alternatives(offsets, parts, answers));
    }

    /** What else the text could be, where it is one sentence. */
    private static List<String> alternatives(Offsets text, List<Span> parts, List<Answer> answers) {
        if (parts.size() != 1) {
            return List.of();
        }
        String before = text.slice(0, parts.getFirst().start());
        String after = text.slice(parts.getFirst().end(), text.codePoints());
        return answers.getFirst().alternatives().stream().map(each -> before + each + after).toList();
    }
}
