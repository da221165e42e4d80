package org.hydraworkbench.decode.choice;

import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
import org.hydraworkbench.decode.memory.TranslationMemory.Match;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * Translates with all that is known: candidates from everywhere, and a judge's choice among them. What a person confirmed for a sentence is
 * its translation. Without a model it can be used by several threads.
 */
public final class JudgedTranslator {

    private static final double CERTAIN = 100;
    private static final int NONE = -1;
    private static final int OTHERS = 5;

    /** Candidates that a model looks at; it takes most of the time. */
    private static final int LOOKED_AT = 24;

    private final Knowledge knowledge;
    private final PhraseWeights weights;
    private final Judges judges;
    private final int beam;
    private final @Nullable HydraJudge model;

    /**
     * @param beam partial translations that the search by phrases keeps
     * @param model null for none
     */
    public JudgedTranslator(Knowledge knowledge, PhraseWeights weights, Judges judges, int beam, @Nullable HydraJudge model) {
        this.knowledge = knowledge;
        this.weights = weights;
        this.judges = judges;
        this.beam = beam;
        this.model = model;
    }

    /**
     * A translation.
     *
     * @param text as it is to be read
     * @param confidence expected chrF, 0 to 100; 100 for what a person confirmed. Honest for sentences like those that the judge was learnt from
     * @param logProbability of the choice among the candidates, natural; 0 for what a person confirmed
     * @param confirmed whether a person said so for this very sentence
     * @param origins where it comes from
     * @param pair the number of the pair whose translation it is or is made from, in {@link Knowledge}; −1 for none
     * @param phrases which words became which, where the search by phrases found it; else empty
     * @param links which words of it answer which of the sentence, both cut by {@link CutText}
     * @param words how sure each word and mark of it is: the share of the candidates, by their probability, that have it
     * @param others what else could have been chosen, the most likely first
     */
    public record Answer(
            String text,
            double confidence,
            double logProbability,
            boolean confirmed,
            Set<Origin> origins,
            int pair,
            List<Phrases.Part> phrases,
            Alignment links,
            List<Double> words,
            List<Other> others) {}

    /**
     * Another translation.
     *
     * @param probability of the choice among the candidates, 0 to 1
     */
    public record Other(String text, double probability) {}

    /** A sentence's candidates, and what was looked at of them. */
    record Looked(CandidateList list, double[][] traits, boolean byModel) {

        /** Those that a judge prefers, in the same order as before. */
        Looked best(Judge judge, int most) {
            int[] kept = IntStream.range(0, traits.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(k -> -judge.score(traits[k])))
                    .limit(most)
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
            return new Looked(
                    list.with(Arrays.stream(kept).mapToObj(list.candidates()::get).toList()),
                    Arrays.stream(kept).mapToObj(k -> traits[k]).toArray(double[][]::new),
                    byModel);
        }
    }

    /** Whether a model takes part; then it belongs to one thread at a time. */
    boolean hasModel() {
        return model != null;
    }

    /** Whether a person said how this very text is translated. */
    public boolean isConfirmed(String text) {
        return knowledge.confirmed(text).isPresent();
    }

    /** Translates a sentence; a text without words is its own translation. */
    public Answer translate(String source, Progress progress) throws HydraException {
        Optional<Map.Entry<Integer, String>> confirmed = knowledge.confirmed(source);
        if (confirmed.isPresent()) {
            return certain(source, confirmed.get().getValue(), Set.of(Origin.MEMORY), confirmed.get().getKey());
        }
        if (CutText.of(source).size() == 0) {
            return certain(source, source, Set.of(), NONE);
        }
        Looked looked = look(source, progress);
        Judge judge = looked.byModel ? Objects.requireNonNull(judges.withModel()) : judges.alone();
        Judge.Choice choice = judge.choose(looked.traits);
        Candidate chosen = looked.list.candidates().get(choice.candidate());
        double[] shares = judge.probabilities(looked.traits);
        return new Answer(
                chosen.text(),
                choice.confidence(),
                Math.log(choice.probability()),
                false,
                chosen.origins(),
                chosen.pair(),
                chosen.parts(),
                knowledge.phrases().link(source, chosen.text(), chosen.parts()),
                WordShares.of(chosen, looked.list.candidates(), shares),
                others(chosen, looked.list.candidates(), shares));
    }

    private Answer certain(String source, String text, Set<Origin> origins, int pair) {
        return new Answer(
                text,
                CERTAIN,
                0,
                pair != NONE,
                origins,
                pair,
                List.of(),
                knowledge.phrases().link(source, text, List.of()),
                Collections.nCopies(CutText.of(text).size(), 1.0),
                List.of());
    }

    private static List<Other> others(Candidate chosen, List<Candidate> candidates, double[] shares) {
        return IntStream.range(0, shares.length)
                .filter(k -> candidates.get(k) != chosen && !candidates.get(k).text().isBlank())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -shares[k]))
                .limit(OTHERS)
                .map(k -> new Other(candidates.get(k).text(), shares[k]))
                .toList();
    }

    /** A sentence that the model cannot read, because it is too long or has a token without a row, is judged without it. */
    Looked look(String source, Progress progress) throws HydraException {
        List<Match> neighbours = knowledge.like(source);
        if (model != null) {
            Progress inside = new QuietProgress(progress);
            try {
                CandidateList all =
                        CandidateList.of(source, knowledge, weights, beam, neighbours, model.write(source, neighbours, knowledge.phrases().required(source), inside));
                Judge judge = judges.withModel();
                Looked found = new Looked(all, Traits.of(all, knowledge), judge != null);
                if (judge == null) {
                    return found;
                }
                Looked best = found.best(judges.alone(), LOOKED_AT);
                model.look(best.list, best.traits, judge.means(), inside);
                return best;
            } catch (InputException e) {
                progress.warn("Judged without the model: " + e.getMessage());
            }
        }
        CandidateList list = CandidateList.of(source, knowledge, weights, beam, neighbours, List.of());
        return new Looked(list, Traits.of(list, knowledge), false);
    }
}
