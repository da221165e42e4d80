package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.hydraworkbench.decode.memory.TranslationMemory.Match;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.PairMeasures;
import org.hydraworkbench.eval.Chrf;

/** Looks at the candidates of one sentence, {@link Trait} by trait. */
final class Traits {

    private static final double NEIGHBOUR_PRIOR = .2;

    private static final Chrf CHRF = Chrf.chrf();

    private final CandidateList list;
    private final int sourceWords;
    private final double[][] values;

    private Traits(CandidateList list) {
        this.list = list;
        this.sourceWords = Math.max(1, CutText.of(list.source()).size());
        this.values = new double[list.candidates().size()][Trait.values().length];
    }

    /** A row for each candidate, a column for each trait. Those of a model are 0. */
    static double[][] of(CandidateList list, Knowledge knowledge) {
        Traits traits = new Traits(list);
        traits.measure(knowledge.phrases().measure(list.source(), list.candidates().stream().map(Candidate::text).toList()));
        traits.compare();
        traits.lookBack();
        return traits.values;
    }

    private void set(int candidate, Trait trait, double value) {
        values[candidate][trait.ordinal()] = value;
    }

    private void measure(List<PairMeasures> measures) {
        double expected = expectedWords();
        for (int k = 0; k < measures.size(); k++) {
            PairMeasures m = measures.get(k);
            double words = Math.max(1, m.words());
            set(k, Trait.LANGUAGE, m.language() / words);
            set(k, Trait.LANGUAGE_IN_ALL, m.language() / Trait.SCALE);
            set(k, Trait.WORDS_FORWARD, m.forward());
            set(k, Trait.WORDS_BACK, m.back());
            set(k, Trait.SOURCE_COVERED, m.sourceCovered());
            set(k, Trait.TARGET_COVERED, m.targetCovered());
            set(k, Trait.SHORT, Math.max(0, Math.log(expected / words)));
            set(k, Trait.LONG, Math.max(0, Math.log(words / expected)));
        }
    }

    /** Words of the translation of a sentence as long as this one, by the pairs that are like it. */
    private double expectedWords() {
        double sources = 5;
        double targets = 5;
        for (Match match : list.neighbours()) {
            sources += CutText.of(match.text().source()).size();
            targets += CutText.of(match.text().target()).size();
        }
        return sourceWords * targets / sources;
    }

    private void compare() {
        List<Chrf.Profile> profiles = new ArrayList<>();
        list.candidates().forEach(candidate -> profiles.add(CHRF.profile(candidate.text())));
        List<Chrf.Profile> neighbours = new ArrayList<>();
        list.neighbours().forEach(match -> neighbours.add(CHRF.profile(match.text().target())));
        int count = profiles.size();
        double[][] like = new double[count][count];
        for (int k = 0; k < count; k++) {
            for (int other = 0; other < count; other++) {
                like[k][other] = CHRF.sentence(profiles.get(k), profiles.get(other));
            }
        }
        for (int k = 0; k < count; k++) {
            set(k, Trait.LIKE_ALL, mean(like[k], candidate -> true));
            set(k, Trait.LIKE_PHRASES, mean(like[k], candidate -> list.phrases().contains(candidate.text())));
            set(k, Trait.LIKE_MODEL, mean(like[k], candidate -> list.model().contains(candidate.text())));
            double sum = 0;
            double weights = NEIGHBOUR_PRIOR;
            double nearest = 0;
            for (int n = 0; n < neighbours.size(); n++) {
                double ratio = list.neighbours().get(n).ratio();
                double alike = CHRF.sentence(profiles.get(k), neighbours.get(n));
                sum += Math.pow(ratio, 3) * alike;
                weights += Math.pow(ratio, 3);
                nearest = Math.max(nearest, ratio * alike);
            }
            set(k, Trait.LIKE_NEIGHBOURS, sum / weights);
            set(k, Trait.LIKE_NEAREST, nearest);
        }
    }

    private double mean(double[] like, Predicate<Candidate> of) {
        double sum = 0;
        int count = 0;
        for (int k = 0; k < like.length; k++) {
            if (of.test(list.candidates().get(k))) {
                sum += like[k];
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private void lookBack() {
        double least = list.candidates().stream()
                .mapToDouble(Candidate::phraseScore)
                .filter(score -> !Double.isNaN(score))
                .min()
                .orElse(0);
        for (int k = 0; k < values.length; k++) {
            Candidate candidate = list.candidates().get(k);
            double score = Double.isNaN(candidate.phraseScore()) ? least - 1 : candidate.phraseScore();
            set(k, Trait.PHRASE_SCORE, score / sourceWords);
            set(k, Trait.RATIO, candidate.ratio());
            flag(k, Trait.FROM_PHRASES, Origin.PHRASES);
            flag(k, Trait.FROM_MEMORY, Origin.MEMORY);
            flag(k, Trait.FROM_REPAIR, Origin.REPAIR);
            flag(k, Trait.FROM_GLOSS, Origin.GLOSS);
            flag(k, Trait.FROM_MODEL, Origin.MODEL);
        }
    }

    private void flag(int candidate, Trait trait, Origin origin) {
        set(candidate, trait, list.candidates().get(candidate).origins().contains(origin) ? 1 : 0);
    }
}
