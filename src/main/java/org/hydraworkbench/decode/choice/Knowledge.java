package org.hydraworkbench.decode.choice;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
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

/**
 * What a bitext teaches: its phrases, its pairs by the same numbers, and those of them that a person confirmed. Pairs are taken in and out
 * at any time, and the next translation obeys. Safe for use by several threads.
 */
public final class Knowledge {

    /** The number of what is in no pair. */
    private static final int GLOSSARY = -1;

    /** Pairs that are like a sentence and that are looked at. */
    private static final int NEIGHBOURS = 16;

    private final Phrases phrases;
    private final TranslationMemory memory;
    private final Linker linker;
    /** What a person said of a sentence, by the number of the pair: the last counts. */
    private final Map<String, NavigableMap<Integer, String>> confirmed = new HashMap<>();

    private Knowledge(Phrases phrases, TranslationMemory memory, Linker linker) {
        this.phrases = phrases;
        this.memory = memory;
        this.linker = linker;
    }

    /** Links the words and marks of a pair, as {@link CutText} cuts them. */
    @FunctionalInterface
    public interface Linker {

        LinkedPair link(SentencePair texts) throws HydraException;
    }

    /**
     * A pair of which a person said something; it goes before those of others.
     *
     * @param confirmed whether the translation of this very sentence is what that person says
     */
    public record Said(SentencePair texts, LinkedPair linked, boolean confirmed) {}

    /**
     * Links the words of all pairs, and takes everything in.
     *
     * @param confirmed pairs that a person holds to be right; the translation of such a sentence is what that person says
     */
    public static Knowledge learn(PairSource pairs, List<SentencePair> confirmed, AlignOptions options, Progress progress)
            throws HydraException {
        TranslationMemory memory = new TranslationMemory();
        PhraseLearning.Learnt learnt = PhraseLearning.learn(
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
        Knowledge knowledge = new Knowledge(learnt.phrases(), memory, learnt.aligner()::link);
        for (SentencePair pair : confirmed) {
            knowledge.remember(memory.add(pair), pair);
        }
        return knowledge;
    }

    /** Takes in pairs whose words are linked, words and marks cut as {@link CutText} does. */
    public static final class Builder {

        private final Phrases.Builder phrases = new Phrases.Builder();
        private final TranslationMemory memory = new TranslationMemory();

        /** Adds a pair; its number. */
        public int add(SentencePair texts, LinkedPair linked) {
            phrases.learnSpaces(CutText.of(texts.target()));
            phrases.add(linked.source(), linked.target(), linked.links());
            return memory.add(texts);
        }

        /** Links what is confirmed later by what it knows then. */
        public Knowledge build() {
            Phrases built = phrases.build();
            return new Knowledge(built, memory, texts -> new LinkedPair(
                    CutText.of(texts.source()).forms(),
                    CutText.of(texts.target()).forms(),
                    built.link(texts.source(), texts.target(), List.of())));
        }

        /**
         * @param linker links what is confirmed later
         */
        public Knowledge build(Linker linker) {
            return new Knowledge(phrases.build(), memory, linker);
        }
    }

    /** Takes in pairs of which a person said something; their numbers, in the same order. */
    public synchronized List<Integer> add(List<Said> said) {
        List<Integer> numbers = phrases.add(said.stream().map(Said::linked).toList());
        for (int k = 0; k < numbers.size(); k++) {
            memory.add(said.get(k).texts);
            if (said.get(k).confirmed) {
                remember(numbers.get(k), said.get(k).texts);
            }
        }
        return numbers;
    }

    /** Takes in a pair that a person holds to be right, whose words are not linked yet; its number. */
    public int confirm(SentencePair texts) throws HydraException {
        return add(List.of(new Said(texts, linker.link(texts), true))).getFirst();
    }

    /** Takes in how a person put an answer right: what was exchanged answers the same words as what stood there; its number. */
    public int correct(String source, String answer, String correction) throws HydraException {
        SentencePair texts = new SentencePair(source, correction);
        LinkedPair linked = Correction.linked(linker.link(texts), phrases.link(source, answer, List.of()), answer, correction);
        return add(List.of(new Said(texts, linked, true))).getFirst();
    }

    /** Fixes the translation of words, wherever they stand. Texts without words say nothing. */
    public void addTerms(List<SentencePair> glossary) {
        for (SentencePair term : glossary) {
            fix(CutText.of(term.source()).forms(), CutText.of(term.target()).forms(), GLOSSARY);
        }
    }

    /** Fixes the translations of these words, in the place of all that were added before. */
    public void exchangeTerms(List<SentencePair> glossary) {
        Map<List<String>, List<String>> translations = new LinkedHashMap<>();
        for (SentencePair term : glossary) {
            List<String> source = CutText.of(term.source()).forms();
            List<String> target = CutText.of(term.target()).forms();
            if (!source.isEmpty() && !target.isEmpty()) {
                translations.put(source, target);
            }
        }
        phrases.exchange(translations, GLOSSARY);
    }

    private void fix(List<String> source, List<String> target, int number) {
        if (!source.isEmpty() && !target.isEmpty()) {
            phrases.fix(source, target, number);
        }
    }

    /** A word by itself whose translation a person said is a term. */
    private void remember(int number, SentencePair pair) {
        confirmed.computeIfAbsent(pair.source().strip(), source -> new TreeMap<>()).put(number, pair.target().strip());
        LinkedPair words = phrases.pair(number);
        if (words.source().size() == 1 && Character.isLetter(words.source().getFirst().codePointAt(0))) {
            fix(words.source(), words.target(), number);
        }
    }

    /** Takes a pair out, by its number. */
    public synchronized void hide(int number) {
        phrases.hide(number);
        memory.hide(number);
        String source = memory.get(number).source().strip();
        NavigableMap<Integer, String> said = confirmed.get(source);
        if (said != null) {
            said.remove(number);
            if (said.isEmpty()) {
                confirmed.remove(source);
            }
        }
    }

    /** Takes a pair in again that was taken out, and of which nobody has said anything. */
    public synchronized void show(int number) {
        phrases.show(number);
        memory.show(number);
    }

    /** Its phrases. */
    public Phrases phrases() {
        return phrases;
    }

    /** A pair by its number. */
    public SentencePair pair(int number) {
        return memory.get(number);
    }

    /** The pairs whose source is most like a sentence, the most alike first: candidates are compared with them, and they help a model to write. */
    public List<TranslationMemory.Match> like(String source) {
        return memory.find(source, NEIGHBOURS);
    }

    /** Its pairs. */
    public TranslationMemory memory() {
        return memory;
    }

    /** What a person said of this very sentence, with the number of the pair. */
    public synchronized Optional<Map.Entry<Integer, String>> confirmed(String source) {
        return Optional.ofNullable(confirmed.get(source.strip())).map(NavigableMap::lastEntry);
    }

    /** Number of pairs, those too that were taken out. */
    public int size() {
        return memory.size();
    }
}
