package org.hydraworkbench.decode.choice;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.QuietProgress;
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
     * @param phrases which words became which, where the search by phrases found it; else empty
     */
    public record Answer(
            String text, double confidence, double logProbability, boolean confirmed, Set<Origin> origins, List<Phrases.Part> phrases) {}

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

    /** Translates a sentence; a text without words is its own translation. */
    public Answer translate(String source, Progress progress) throws HydraException {
        Optional<String> confirmed = knowledge.confirmed(source);
        if (confirmed.isPresent()) {
            return new Answer(confirmed.get(), CERTAIN, 0, true, Set.of(Origin.MEMORY), List.of());
        }
        if (CutText.of(source).size() == 0) {
            return new Answer(source, CERTAIN, 0, false, Set.of(), List.of());
        }
        Looked looked = look(source, progress);
        Judge.Choice choice = (looked.byModel ? judges.withModel() : judges.alone()).choose(looked.traits);
        Candidate chosen = looked.list.candidates().get(choice.candidate());
        return new Answer(
                chosen.text(), choice.confidence(), Math.log(choice.probability()), false, chosen.origins(), chosen.parts());
    }

    /** A sentence that the model cannot read, because it is too long or has a token without a row, is judged without it. */
    Looked look(String source, Progress progress) throws HydraException {
        if (model != null) {
            Progress inside = new QuietProgress(progress);
            try {
                CandidateList all = CandidateList.of(source, knowledge, weights, beam, model.write(source, inside));
                Looked best = new Looked(all, Traits.of(all, knowledge), true).best(judges.alone(), LOOKED_AT);
                model.look(best.list, best.traits, inside);
                return best;
            } catch (InputException e) {
                progress.warn("Judged without the model: " + e.getMessage());
            }
        }
        CandidateList list = CandidateList.of(source, knowledge, weights, beam, List.of());
        return new Looked(list, Traits.of(list, knowledge), false);
    }
}
