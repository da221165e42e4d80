package org.hydraworkbench.document.tags;

import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.phrase.CutText;

/**
 * The translation of a text.
 *
 * @param text as it is to be read
 * @param links between the words of the source and those of {@code text}, both as {@link CutText} cuts them; empty where nobody knows
 * @param confidence expected chrF, 0 to 100; 0 where nobody knows
 * @param logProbability of the choice among what it could have been, natural; 0 where nobody knows
 * @param confirmed whether a person said so for this very text, so that nothing is to be mended
 */
public record SegmentAnswer(String text, Alignment links, double confidence, double logProbability, boolean confirmed) {

    /** The same with other white space between the words. */
    SegmentAnswer with(String respaced) {
        return new SegmentAnswer(respaced, links, confidence, logProbability, confirmed);
    }

    /** What all that is known says. */
    public static SegmentAnswer of(JudgedTranslator.Answer answer) {
        return new SegmentAnswer(answer.text(), answer.links(), answer.confidence(), answer.logProbability(), answer.confirmed());
    }

    /** Of a translator that does not say how sure it is, nor which word answers which. */
    public static SegmentAnswer of(String text) {
        return new SegmentAnswer(text, Alignment.empty(), 0, 0, false);
    }

    /** A text that is its own translation. */
    static SegmentAnswer same(String text) {
        int words = CutText.of(text).size();
        return new SegmentAnswer(text, AnswerBuilder.straight(words), 100, 0, false);
    }
}
