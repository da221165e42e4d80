package org.hydraworkbench.decode.phrase;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.text.Span;

/**
 * Translates by the phrases of a bitext whose words are linked, without any neural model. Pairs can be added and hidden at any time, and
 * the next translation obeys. Safe for use by several threads.
 */
public final class Phrases {

    /** Partial translations that are kept of those that cover as many source words. */
    public static final int BEAM = 30;

    private final SourceWords source;
    private final Vocabulary target;
    private final Casing targetCasing;
    private final Spacing spacing;
    private final Lexicon lexicon = new Lexicon();
    private final NgramModel language = new NgramModel();
    private final IndexedBitext bitext;
    private final Links links;
    private final PhrasePairs pairs;
    private final LaterPairs later;
    private final Terms terms = new Terms();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private PhraseTable table;

    /**
     * A pair that phrases are taken from.
     *
     * @param source words and marks, the first as it is written inside a sentence
     * @param target the same of the translation
     * @param links between them
     */
    public record LinkedPair(List<String> source, List<String> target, Alignment links) {}

    private Phrases(Casing sourceCasing, Casing targetCasing, Spacing spacing, IndexedBitext bitext, Links links) {
        this.source = new SourceWords(bitext.source(), sourceCasing);
        this.target = bitext.target().vocabulary();
        this.targetCasing = targetCasing;
        this.spacing = spacing;
        this.bitext = bitext;
        this.links = links;
        for (int k = 0; k < bitext.size(); k++) {
            count(bitext.source().sentence(k), bitext.target().sentence(k), links, k, 1);
        }
        this.pairs = new PhrasePairs(bitext, links, 0, 1, false);
        this.later = new LaterPairs(bitext.size());
        this.table = new PhraseTable(List.of(pairs));
    }

    private void count(int[] sourceWords, int[] targetWords, Links of, int pair, int sign) {
        lexicon.add(sourceWords, targetWords, of, pair, sign);
        if (sign > 0) {
            language.add(targetWords);
        } else {
            language.remove(targetWords);
        }
    }

    /**
     * Adds pairs, words and marks as {@link CutText} cuts them; what they have counts as often as it takes to be preferred to what the other
     * pairs have.
     *
     * @return their numbers, in the same order
     */
    public List<Integer> add(List<LinkedPair> confirmed) {
        lock.writeLock().lock();
        try {
            List<LinkedPair> natural = confirmed.stream()
                    .map(pair -> new LinkedPair(source.casing().natural(pair.source), targetCasing.natural(pair.target), pair.links))
                    .toList();
            List<Integer> numbers = natural.stream().map(later::add).toList();
            layLater();
            natural.forEach(pair -> countLater(pair, 1));
            return numbers;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Fixes the translation of words, wherever they stand: a term. Both are words and marks as {@link CutText} cuts them, the target as it is
     * written inside a sentence.
     *
     * @param number of the pair that says so, or any negative number; by it the term is taken out again
     */
    public void fix(List<String> sourceWords, List<String> targetWords, int number) {
        lock.writeLock().lock();
        try {
            terms.add(sourceWords, targetWords, number);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Fixes translations of words in the place of all that were fixed under a number before.
     *
     * @param translations target words by source words
     */
    public void exchange(Map<List<String>, List<String>> translations, int number) {
        lock.writeLock().lock();
        try {
            terms.remove(number);
            translations.forEach((sourceWords, targetWords) -> terms.add(sourceWords, targetWords, number));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The terms that count now, as texts in the order of their words; the words of the sentence in small letters. */
    public List<SentencePair> terms() {
        lock.readLock().lock();
        try {
            return terms.all().stream()
                    .map(term -> new SentencePair(String.join(" ", term.source()), spacing.join(term.target())))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What the translation of a text must have: the terms in it. */
    public List<String> required(String text) {
        lock.readLock().lock();
        try {
            return terms.in(CutText.of(text).forms()).stream().map(match -> spacing.join(match.target())).toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void countLater(LinkedPair pair, int sign) {
        count(source.vocabulary().ids(pair.source), target.ids(pair.target), Links.of(List.of(pair.links)), 0, sign);
    }

    private void layLater() {
        table = new PhraseTable(List.of(pairs, later.index(source.vocabulary(), target)));
    }

    /** A pair by its number: in the order in which they were built in, then in that in which they were added. */
    public LinkedPair pair(int number) {
        lock.readLock().lock();
        try {
            return number < bitext.size()
                    ? new LinkedPair(bitext.source().forms(number), bitext.target().forms(number), links.get(number))
                    : later.get(number);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The words and marks of a sentence as phrases see them: the first as it is written inside a sentence. */
    public List<String> sourceWords(CutText text) {
        return source.casing().natural(text.forms());
    }

    /** The share of a text's words that the pairs have on a side; 0 of a text without words. */
    public double known(Side side, String text) {
        List<String> forms = CutText.of(text).forms();
        lock.readLock().lock();
        try {
            boolean ofSource = side == Side.SOURCE;
            Vocabulary words = ofSource ? source.vocabulary() : target;
            return (ofSource ? source.casing() : targetCasing).natural(forms).stream()
                    .filter(form -> Character.isLetter(form.codePointAt(0)))
                    .mapToInt(form -> words.id(form) == Vocabulary.ABSENT ? 0 : 1)
                    .average()
                    .orElse(0);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** How well target sentences go with a source sentence, word by word, and how usual they are. */
    public List<PairMeasures> measure(String sourceText, List<String> targetTexts) {
        lock.readLock().lock();
        try {
            int[] words = source.vocabulary().ids(sourceWords(CutText.of(sourceText)));
            return targetTexts.stream()
                    .map(text -> target.ids(targetCasing.natural(CutText.of(text).forms())))
                    .map(ids -> PairMeasures.of(words, ids, lexicon, language))
                    .toList();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Takes out a pair, by its number, and the term that it is. */
    public void hide(int pair) {
        lock.writeLock().lock();
        try {
            terms.remove(pair);
            if (pair >= bitext.size()) {
                if (later.hide(pair)) {
                    layLater();
                    countLater(later.get(pair), -1);
                }
            } else if (pairs.hide(pair)) {
                countBuilt(pair, -1);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Takes a pair in again that was taken out, by its number. */
    public void show(int pair) {
        lock.writeLock().lock();
        try {
            if (pair >= bitext.size()) {
                if (later.show(pair)) {
                    layLater();
                    countLater(later.get(pair), 1);
                }
            } else if (pairs.show(pair)) {
                countBuilt(pair, 1);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void countBuilt(int pair, int sign) {
        count(bitext.source().sentence(pair), bitext.target().sentence(pair), links, pair, sign);
    }

    /**
     * Which words of a translation answer which of the sentence, both cut by {@link CutText}; the confidence of a link is P(target | source).
     *
     * @param parts of the translation, where the search by phrases found it; else empty
     */
    public Alignment link(String sourceText, String targetText, List<Part> parts) {
        lock.readLock().lock();
        try {
            List<String> words = sourceWords(CutText.of(sourceText));
            List<String> translated = targetCasing.natural(CutText.of(targetText).forms());
            int inParts = parts.stream().mapToInt(part -> part.targetWords.end()).max().orElse(0);
            return new WordLinks(words, source.vocabulary(), translated, target, lexicon)
                    .link(inParts == translated.size() ? parts : List.of());
        } finally {
            lock.readLock().unlock();
        }
    }

    /**
     * A translation.
     *
     * @param text as it is to be read
     * @param parts which words became which, in the order of the translation
     * @param features what it was chosen by, by {@link Feature#ordinal}
     * @param score Σ weight · feature
     */
    public record Candidate(String text, List<Part> parts, double[] features, double score) {}

    /**
     * A phrase of the sentence and what it became, nothing where it was left out.
     *
     * @param sourceWords which words and marks of the sentence, as {@link CutText} cuts them
     * @param targetWords which words and marks of the translation
     * @param pair the number of a pair where it was seen, or −1 for none
     * @param confirmed whether a person added a pair where it was seen
     */
    public record Part(String source, String target, Span sourceWords, Span targetWords, int pair, boolean confirmed) {}

    /** The best translations of a sentence, the best first, no two alike; the text itself where it has no words. */
    public List<Candidate> translate(String text, PhraseWeights weights, int beam, int most) {
        CutText cut = CutText.of(text);
        if (cut.size() == 0) {
            return List.of(new Candidate(text, List.of(), Feature.none(), 0));
        }
        List<String> forms = sourceWords(cut);
        return new Stretches(cut, spacing)
                .translate(forms, stretch -> search(stretch, weights, beam, most));
    }

    private List<PhraseSearch.Found> search(List<String> forms, PhraseWeights weights, int beam, int most) {
        lock.readLock().lock();
        try {
            PhraseOptions options = new PhraseOptions(table, lexicon, source, target, weights, forms, terms.in(forms));
            return new PhraseSearch(options.all(), language, weights, beam).best(most);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The best translation of words inside a sentence, as words. */
    public List<String> translateWords(List<String> forms, PhraseWeights weights, int beam) {
        return search(forms, weights, beam, 1).getFirst().options().stream()
                .flatMap(option -> option.forms().stream())
                .toList();
    }

    /** Target words as a text; its first letter is a capital where that of the source text is. */
    public String write(List<String> forms, CutText of) {
        return new Stretches(of, spacing).write(forms);
    }

    /** A sentence word by word, each as it is translated most often: the least that links are good for. */
    public String gloss(String text) {
        CutText cut = CutText.of(text);
        lock.readLock().lock();
        try {
            List<String> forms = source.casing().natural(cut.forms()).stream().map(this::glossOf).flatMap(List::stream).toList();
            return write(forms, cut);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<String> glossOf(String form) {
        int known = source.vocabulary().id(form);
        int word = known == Vocabulary.ABSENT ? source.like(form) : known;
        return table.from(new int[] {word}, 0).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(best -> Arrays.stream(best.words()).mapToObj(target::form).toList())
                .orElse(List.of(form));
    }

    /** Takes pairs one after the other, in any number. */
    public static final class Builder {

        private final IndexedBitext.Builder raw = new IndexedBitext.Builder();
        private final Links.Builder links = new Links.Builder();
        private final Spacing spacing = new Spacing();

        /** Learns how target text is written. */
        public void learnSpaces(CutText target) {
            spacing.add(target);
        }

        /** Adds a pair by its words and marks, as {@link CutText} cuts them. */
        public void add(List<String> source, List<String> target, Alignment between) {
            raw.add(source, target);
            links.add(between);
        }

        public Phrases build() {
            IndexedBitext text = raw.build();
            Casing sourceCasing = new Casing(text.source());
            Casing targetCasing = new Casing(text.target());
            IndexedBitext natural = new IndexedBitext(natural(text.source(), sourceCasing), natural(text.target(), targetCasing));
            return new Phrases(sourceCasing, targetCasing, spacing, natural, links.build());
        }

        private static IndexedText natural(IndexedText text, Casing casing) {
            IndexedText.Builder builder = new IndexedText.Builder();
            for (int k = 0; k < text.size(); k++) {
                builder.add(casing.natural(text.forms(k)));
            }
            return builder.build();
        }
    }
}
