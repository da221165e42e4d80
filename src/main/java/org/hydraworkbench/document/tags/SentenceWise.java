package org.hydraworkbench.document.tags;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.SentenceSplitter;
import org.hydraworkbench.text.Span;
import org.hydraworkbench.text.Tsv;

/**
 * Translates texts of any length, with line breaks and tabs as they are: what is between them is translated by itself, and what is long
 * sentence by sentence. No sentence is translated twice. Numbers, addresses and placeholders come out as they went in.
 */
public final class SentenceWise implements SegmentTranslator {

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MOST_TAGS = 10_000;

    private final SegmentTranslator sentences;
    private final SentenceSplitter splitter;
    private final Map<String, SegmentAnswer> known = new HashMap<>();

    /**
     * @param sentences what translates one
     * @param language of the texts
     */
    public SentenceWise(SegmentTranslator sentences, LanguageTag language) {
        this.sentences = sentences;
        this.splitter = SentenceSplitter.of(language);
    }

    /**
     * Translates a text and puts its tags into the translation.
     *
     * @throws InputException when it has more tags than anyone puts into a text
     */
    public Placed translate(TaggedText text) throws HydraException {
        if (text.tags().size() > MOST_TAGS) {
            throw new InputException("this text has %,d tags, of which %,d at most can be put into a translation; divide it into paragraphs"
                    .formatted(text.tags().size(), MOST_TAGS));
        }
        SegmentAnswer answer = translate(text.text());
        return new Placed(TagPlacement.place(text, answer), answer);
    }

    /**
     * A translation with its tags.
     *
     * @param text what is to be written
     * @param answer the same without tags
     */
    public record Placed(TaggedText text, SegmentAnswer answer) {}

    @Override
    public boolean isSaid(String text) throws HydraException {
        return sentences.isSaid(text);
    }

    /** A text with white space of any kind around and in it; the white space around its sentences is kept. */
    @Override
    public SegmentAnswer translate(String text) throws HydraException {
        Offsets offsets = Offsets.of(text);
        AnswerBuilder built = new AnswerBuilder(text);
        int from = 0;
        double words = 0;
        double confidence = 0;
        double logProbability = 0;
        boolean confirmed = true;
        for (Span part : splitter.parts(text, sentences::isSaid)) {
            built.add(offsets.slice(from, part.start()));
            from = part.end();
            CutText cut = CutText.of(offsets.slice(part));
            SegmentAnswer answer = part(cut.text());
            CutText answered = CutText.of(answer.text());
            built.addPart(
                    answered,
                    AnswerBuilder.sources(cut, answered, answer.links(), part.start()),
                    0,
                    answer.text().codePointCount(0, answer.text().length()));
            words += cut.size();
            confidence += answer.confidence() * cut.size();
            logProbability += answer.logProbability();
            confirmed &= answer.confirmed();
        }
        built.add(offsets.slice(from, offsets.codePoints()));
        return words == 0
                ? SegmentAnswer.same(text)
                : new SegmentAnswer(built.text(), built.links(), confidence / words, logProbability, confirmed);
    }

    private SegmentAnswer part(String text) throws HydraException {
        String plain = SPACES.matcher(text).replaceAll(" ");
        if (!hasWords(plain)) {
            return SegmentAnswer.same(text);
        }
        SegmentAnswer answer = known.get(plain);
        if (answer == null) {
            SegmentAnswer given = sentences.translate(plain);
            String line = Tsv.cell(given.text());
            answer = LiteralRepair.mend(
                    plain, new SegmentAnswer(line, given.links(), given.confidence(), given.logProbability(), given.confirmed()));
            known.put(plain, answer);
        }
        return answer.text().equals(plain) ? answer.with(text) : answer; // with all its spaces, where it is its own translation
    }

    /** Whether there is a letter outside of what is the same in every language. */
    private static boolean hasWords(String text) {
        Offsets offsets = Offsets.of(text);
        int from = 0;
        boolean words = false;
        for (Literal literal : Literal.in(text)) {
            words |= hasLetters(offsets.slice(from, literal.place().start()));
            from = literal.place().end();
        }
        return words || hasLetters(offsets.slice(from, offsets.codePoints()));
    }

    private static boolean hasLetters(String text) {
        return text.codePoints().anyMatch(Characters::isLetterOrMark);
    }
}
