package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
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
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.PhraseLearning;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;

/** What a bitext teaches: its phrases, its pairs by the same numbers, and those of them that a person confirmed. */
public final class Knowledge {

    private final Phrases phrases;
    private final TranslationMemory memory;
    private final Map<String, String> confirmed;

    private Knowledge(Phrases phrases, TranslationMemory memory, Map<String, String> confirmed) {
        this.phrases = phrases;
        this.memory = memory;
        this.confirmed = confirmed;
    }

    /**
     * Links the words of all pairs, and takes everything in.
     *
     * @param confirmed pairs that a person holds to be right; the translation of such a sentence is what that person says
     */
    public static Knowledge learn(PairSource pairs, List<SentencePair> confirmed, AlignOptions options, Progress progress)
            throws HydraException {
        TranslationMemory memory = new TranslationMemory();
        Phrases phrases = PhraseLearning.learn(
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
        Map<String, String> sayings = new HashMap<>();
        for (SentencePair pair : confirmed) {
            memory.add(pair);
            sayings.put(pair.source().strip(), pair.target().strip());
        }
        return new Knowledge(phrases, memory, sayings);
    }

    /** Takes in pairs whose words are linked, words and marks cut as {@link org.hydraworkbench.decode.phrase.CutText} does. */
    public static final class Builder {

        private final Phrases.Builder phrases = new Phrases.Builder();
        private final TranslationMemory memory = new TranslationMemory();
        private final List<SentencePair> last = new ArrayList<>();
        private final Map<String, String> confirmed = new HashMap<>();

        /** Adds a pair. */
        public void add(SentencePair texts, LinkedPair linked) {
            phrases.learnSpaces(CutText.of(texts.target()));
            phrases.add(linked.source(), linked.target(), linked.links());
            memory.add(texts);
        }

        /** Adds a pair whose links a person drew, which go before those of others. */
        public void addEdited(SentencePair texts, LinkedPair linked) {
            phrases.learnSpaces(CutText.of(texts.target()));
            phrases.addConfirmed(linked.source(), linked.target(), linked.links());
            last.add(texts);
        }

        /** Adds a pair that a person holds to be right; the translation of this very sentence is what that person says. */
        public void addConfirmed(SentencePair texts, LinkedPair linked) {
            addEdited(texts, linked);
            confirmed.put(texts.source().strip(), texts.target().strip());
        }

        public Knowledge build() {
            last.forEach(memory::add); // as phrases number them: after all others
            return new Knowledge(phrases.build(), memory, confirmed);
        }
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
