package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.text.Span;

/**
 * What shaped a stretch of a translation.
 *
 * @param target where it stands in the translation, in code points
 * @param source the words of the sentence that it answers, in code points, in their order; none where that is not known
 * @param kind which part brought it
 * @param pair the number of a pair in which that was seen, in {@link Knowledge}; −1 for none
 * @param sureness how sure its least sure word is, 0 to 1
 */
public record Evidence(Span target, List<Span> source, Kind kind, int pair, double sureness) {

    /** Which part brought a word. */
    public enum Kind {
        /** What a person confirmed, linked or corrected. */
        CONFIRMED,
        /** A phrase of the bitext. */
        PHRASE,
        /** The translation of a sentence that is like this one. */
        MEMORY,
        /** The same, with the words that differ exchanged. */
        REPAIR,
        /** A model. */
        MODEL,
        /** The dictionary of single words. */
        GLOSS,
        /** Nobody knew the word: it is as it was. */
        COPIED,
        /** Words of the sentence that nothing answers; the stretch of the translation is empty. */
        LEFT_OUT
    }

    public Evidence {
        source = List.copyOf(source);
    }

    /** What shaped an answer, in the order of its words: the phrases that it was made of, or each word by itself. */
    public static List<Evidence> of(String asked, JudgedTranslator.Answer answer) {
        CutText source = CutText.of(asked);
        CutText target = CutText.of(answer.text());
        List<Evidence> all = new ArrayList<>();
        int ofPhrases = answer.phrases().stream().mapToInt(part -> part.targetWords().end()).max().orElse(0);
        if (ofPhrases == target.size()) {
            for (Phrases.Part part : answer.phrases()) {
                List<Span> answered = List.of(whole(source, part.sourceWords()));
                if (part.targetWords().isEmpty()) {
                    int at = all.isEmpty() ? 0 : all.getLast().target().end();
                    all.add(new Evidence(new Span(at, at), answered, Kind.LEFT_OUT, part.pair(), 1));
                } else {
                    Kind kind = part.confirmed() ? Kind.CONFIRMED : part.pair() < 0 ? Kind.COPIED : Kind.PHRASE;
                    all.add(evidence(target, part.targetWords(), answered, kind, part.pair(), answer));
                }
            }
            return all;
        }
        for (int j = 0; j < target.size(); j++) {
            int word = j;
            List<Span> answered = answer.links().links().stream()
                    .filter(link -> link.target() == word)
                    .map(Link::source)
                    .sorted()
                    .map(source.spans()::get)
                    .toList();
            all.add(evidence(target, new Span(j, j + 1), answered, kind(answer), answer.pair(), answer));
        }
        return all;
    }

    private static Evidence evidence(
            CutText target, Span words, List<Span> source, Kind kind, int pair, JudgedTranslator.Answer answer) {
        double sureness = answer.words().subList(words.start(), words.end()).stream().mapToDouble(Double::doubleValue).min().orElse(1);
        return new Evidence(whole(target, words), source, kind, pair, sureness);
    }

    private static Span whole(CutText text, Span words) {
        return new Span(text.spans().get(words.start()).start(), text.spans().get(words.end() - 1).end());
    }

    private static Kind kind(JudgedTranslator.Answer answer) {
        if (answer.confirmed()) {
            return Kind.CONFIRMED;
        }
        if (answer.origins().contains(Origin.MEMORY)) {
            return Kind.MEMORY;
        }
        if (answer.origins().contains(Origin.REPAIR)) {
            return Kind.REPAIR;
        }
        if (answer.origins().contains(Origin.GLOSS)) {
            return Kind.GLOSS;
        }
        return answer.origins().isEmpty() ? Kind.COPIED : Kind.MODEL;
    }
}
