package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hydraworkbench.decode.memory.TranslationMemory.Match;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.text.Characters;

/**
 * The translations of one sentence that there are to choose from: the best by phrases, by two weightings, the translations of the sentences
 * most like it as they are and repaired, the gloss, and what models wrote. No two have the same text. Where the best by phrases has words
 * that are mostly known from what a person said, there are only those that have them too: that person is obeyed.
 *
 * @param candidates in the order in which they were found
 * @param phrases texts of the best by phrases
 * @param model texts that models wrote
 * @param neighbours the pairs most like the sentence, the most alike first
 */
public record CandidateList(String source, List<Candidate> candidates, Set<String> phrases, Set<String> model, List<Match> neighbours) {

    private static final int BY_PHRASES = 25;
    private static final int BY_OTHER_WEIGHTS = 8;
    private static final int BEST_BY_PHRASES = 10;
    private static final int LEAST_FROM_MEMORY = 3;
    private static final double ALIKE = .4;

    /**
     * Collects them.
     *
     * @param neighbours the pairs most like the sentence, {@link Knowledge#like}
     * @param written what models wrote; none where there is no model
     */
    public static CandidateList of(
            String source, Knowledge knowledge, PhraseWeights weights, int beam, List<Match> neighbours, List<String> written) {
        Phrases phrases = knowledge.phrases();
        Builder builder = new Builder();
        List<Phrases.Candidate> byPhrases = phrases.translate(source, weights, beam, BY_PHRASES);
        List<String> best = byPhrases.stream().map(Phrases.Candidate::text).toList();
        byPhrases.forEach(each -> builder.addPhrases(each, each.score()));
        for (Phrases.Candidate each : phrases.translate(source, literal(weights), beam, BY_OTHER_WEIGHTS)) {
            builder.addPhrases(each, weights.score(each.features()));
        }
        CutText cut = CutText.of(source);
        for (int k = 0; k < neighbours.size() && (k < LEAST_FROM_MEMORY || neighbours.get(k).ratio() >= ALIKE); k++) {
            Match match = neighbours.get(k);
            builder.add(match.text().target(), Origin.MEMORY, match);
            List<String> repaired = PairRepair.repair(
                    phrases.pair(match.pair()), phrases.sourceWords(cut), words -> phrases.translateWords(words, weights, beam));
            builder.add(phrases.write(repaired, cut), Origin.REPAIR, match);
        }
        builder.add(phrases.gloss(source), Origin.GLOSS);
        written.forEach(text -> builder.add(text, Origin.MODEL));
        return new CandidateList(
                source,
                obeying(byPhrases.getFirst(), builder.all()),
                Set.copyOf(best.subList(0, Math.min(BEST_BY_PHRASES, best.size()))),
                Set.copyOf(written),
                neighbours);
    }

    /** Those that have all that a person said of the best by phrases. */
    private static List<Candidate> obeying(Phrases.Candidate best, List<Candidate> candidates) {
        List<List<String>> said = best.parts().stream()
                .filter(part -> part.confirmed() && !part.target().isEmpty())
                .map(part -> words(part.target()))
                .toList();
        return said.isEmpty()
                ? candidates
                : candidates.stream().filter(candidate -> {
                    List<String> words = words(candidate.text());
                    return candidate.text().equals(best.text())
                            || said.stream().allMatch(each -> Collections.indexOfSubList(words, each) >= 0);
                }).toList();
    }

    private static List<String> words(String text) {
        return CutText.of(text).forms().stream().map(CutText::bare).map(Characters::lower).toList();
    }

    /** The same of the sentence, with other candidates. */
    CandidateList with(List<Candidate> others) {
        return new CandidateList(source, others, phrases, model, neighbours);
    }

    /** Weights for translations that are nearer to the words, and less like what is usually said. */
    private static PhraseWeights literal(PhraseWeights weights) {
        double[] values = weights.values();
        values[Feature.LANGUAGE.ordinal()] /= 2;
        return new PhraseWeights(values);
    }

    private static final class Builder {

        private final Map<String, Found> found = new LinkedHashMap<>();

        private static final class Found {
            final Set<Origin> origins = EnumSet.noneOf(Origin.class);
            double phraseScore = Double.NaN;
            double ratio;
            int pair = -1;
            List<Phrases.Part> parts = List.of();
        }

        Found add(String text, Origin origin) {
            Found each = found.computeIfAbsent(text, key -> new Found());
            each.origins.add(origin);
            return each;
        }

        void add(String text, Origin origin, Match from) {
            Found each = add(text, origin);
            if (from.ratio() > each.ratio) {
                each.ratio = from.ratio();
                each.pair = from.pair();
            }
        }

        void addPhrases(Phrases.Candidate candidate, double score) {
            Found each = add(candidate.text(), Origin.PHRASES);
            if (Double.isNaN(each.phraseScore) || score > each.phraseScore) {
                each.phraseScore = score;
                each.parts = candidate.parts();
            }
        }

        List<Candidate> all() {
            List<Candidate> all = new ArrayList<>();
            found.forEach((text, each) -> all.add(new Candidate(text, each.origins, each.phraseScore, each.ratio, each.pair, each.parts)));
            return all;
        }
    }
}
