package org.hydraworkbench.project.work;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.project.corpora.TrainingPairs;
import org.hydraworkbench.project.measures.ChosenSentences;
import org.jspecify.annotations.Nullable;

/** Pairs of a project that it did not learn from, to measure with or to learn weights from. */
final class HeldSentences {

    private HeldSentences() {}

    /**
     * Draws some.
     *
     * @param role what their corpora are for
     * @param most as many at most
     * @param seed the same seed draws the same
     * @param knowledge what the project's sentences teach; null where nothing is aligned
     * @throws InputException when there are none
     */
    static ChosenSentences draw(CorpusRole role, int most, long seed, @Nullable Knowledge knowledge, Run run) throws HydraException {
        List<SentencePair> held = run.materials().corpora().first(role, Integer.MAX_VALUE);
        if (held.isEmpty()) {
            throw new InputException("No pair can be used: all pairs for %s are excluded.".formatted(role.title()));
        }
        Set<String> taught = role == CorpusRole.TRAINING ? Set.of() : taught(run);
        ChosenSentences chosen = ChosenSentences.draw(
                held,
                source -> taught.contains(source.strip()) || knowledge != null && knowledge.confirmed(source).isPresent(),
                most,
                seed);
        if (chosen.pairs().isEmpty()) {
            throw new InputException("No pair can be used: the project trains on every sentence that is for %s."
                    .formatted(role.title()));
        }
        return chosen;
    }

    /** The source sentences that something is trained on, be it a Hydra alone. */
    private static Set<String> taught(Run run) throws HydraException {
        Set<String> taught = new HashSet<>();
        for (CorpusRole role : List.of(CorpusRole.TRAINING, CorpusRole.SYNTHETIC)) {
            TrainingPairs pairs = new TrainingPairs(run.materials().database(), role);
            for (SentencePair pair = pairs.next(); pair != null; pair = pairs.next()) {
                run.progress().checkCancelled();
                taught.add(pair.source().strip());
            }
        }
        return taught;
    }
}
