package org.hydraworkbench.app.evaluate;

import java.util.Comparator;
import java.util.List;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.project.measures.MeasuredSentence;
import org.hydraworkbench.project.measures.MeasuredSystem;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of the test corpus and what a system made of it, beside what another one made of it.
 *
 * @param hypothesis the system's translation
 * @param chrf its chrF, 0 to 100
 * @param other the other system's translation; null where there is no other
 * @param otherChrf its chrF; NaN where there is no other
 */
public record SentenceResult(MeasuredSentence sentence, String hypothesis, double chrf, @Nullable String other, double otherChrf) {

    /** All sentences: those first in which the system is worst, or where it is compared, those in which it loses most. */
    static List<SentenceResult> of(List<MeasuredSentence> sentences, MeasuredSystem system, @Nullable MeasuredSystem other) {
        return sentences.stream()
                .map(sentence -> of(sentence, system, other))
                .sorted(Comparator.comparingDouble((SentenceResult one) -> other == null ? one.chrf : one.difference())
                        .thenComparingInt(SentenceResult::line))
                .toList();
    }

    private static SentenceResult of(MeasuredSentence sentence, MeasuredSystem system, @Nullable MeasuredSystem other) {
        String text = sentence.translation(system);
        String compared = other == null ? null : sentence.translation(other);
        return new SentenceResult(
                sentence,
                text,
                Chrf.chrf().sentence(text, sentence.reference()),
                compared,
                compared == null ? Double.NaN : Chrf.chrf().sentence(compared, sentence.reference()));
    }

    int line() {
        return sentence.line();
    }

    String source() {
        return sentence.source();
    }

    String reference() {
        return sentence.reference();
    }

    /** How much more chrF the system has than the other; NaN where there is no other. */
    double difference() {
        return chrf - otherChrf;
    }
}
