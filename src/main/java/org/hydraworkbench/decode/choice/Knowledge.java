package org.hydraworkbench.decode.choice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.memory.TranslationMemory;
import org.hydraworkbench.decode.phrase.PhraseLearning;
import org.hydraworkbench.decode.phrase.Phrases;

/** What a bitext teaches: its phrases, its pairs by the same numbers, and those of them that a person confirmed. */
public final class Knowledge {

    private final TranslationMemory memory = new TranslationMemory();
    private final Map<String, String> confirmed = new HashMap<>();
    private final Phrases phrases;

    private Knowledge(PairSource pairs, List<SentencePair> confirmed, AlignOptions options, Progress progress) throws HydraException {
        this.phrases = PhraseLearning.learn(
                () -> {
                    SentencePair pair = pairs.next();
                    if (pair != null) {
                        memory.add(pair);
                    }
                    return pair;
                },
                confirmed,
                options,
                progress);
        for (SentencePair pair : confirmed) {
            memory.add(pair);
            this.confirmed.put(pair.source().strip(), pair.target().strip());
        }
    }

    /**
     * Links the words of all pairs, and takes everything in.
     *
     * @param confirmed pairs that a person holds to be right; the translation of such a sentence is what that person says
     */
    public static Knowledge learn(PairSource pairs, List<SentencePair> confirmed, AlignOptions options, Progress progress)
            throws HydraException {
        return new Knowledge(pairs, confirmed, options, progress);
    }

    /** Its phrases. */
    public Phrases phrases() {
        return phrases;
    }

    /** Its pairs. */
    TranslationMemory memory() {
        return memory;
    }

    /** What a person said of this very sentence. */
    public Optional<String> confirmed(String source) {
        return Optional.ofNullable(confirmed.get(source.strip()));
    }
}
