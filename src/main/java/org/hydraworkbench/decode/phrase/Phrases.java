package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;

/**
 * Translates by the phrases of a bitext whose words are linked, without any neural model. Pairs can be added and hidden at any time, and
 * the next translation obeys. Safe for use by several threads.
 */
public final class Phrases {

    /** Partial translations that are kept of those that cover as many source words. */
    public static final int BEAM = 30;

    /** For how many pairs one counts that a person added. */
    private static final double LATER_WEIGHT = 10;

    private final SourceWords source;
    private final Vocabulary target;
    private final Casing targetCasing;
    private final Spacing spacing;
    private final Lexicon lexicon = new Lexicon();
    private final NgramModel language = new NgramModel();
    private final IndexedBitext bitext;
    private final Links links;
    private final PhrasePairs pairs;
    private final List<LinkedPair> later = new ArrayList<>();
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
        this.pairs = new PhrasePairs(bitext, links, 1, false);
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
     */
    public void add(List<LinkedPair> confirmed) {
        lock.writeLock().lock();
        try {
            List<LinkedPair> natural = confirmed.stream()
                    .map(pair -> new LinkedPair(source.casing().natural(pair.source), targetCasing.natural(pair.target), pair.links))
                    .toList();
            later.addAll(natural);
            layLater();
            for (LinkedPair pair : natural) {
                count(source.vocabulary().ids(pair.source), target.ids(pair.target), Links.of(List.of(pair.links)), 0, 1);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A pair by its number: in the order in which they were built in, then in that in which they were added. */
    public LinkedPair pair(int number) {
        lock.readLock().lock();
        try {
            return number < bitext.size()
                    ? new LinkedPair(bitext.source().forms(number), bitext.target().forms(number), links.get(number))
                    : later.get(number - bitext.size());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The words and marks of a sentence as phrases see them: the first as it is written inside a sentence. */
    public List<String> sourceWords(CutText text) {
        return source.casing().natural(text.forms());
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

    /** Takes out a pair that the phrases were built from, by its number there. */
    public void hide(int pair) {
        lock.writeLock().lock();
        try {
            if (pairs.hide(pair)) {
                count(bitext.source().sentence(pair), bitext.target().sentence(pair), links, pair, -1);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Later pairs are few: they are indexed anew whenever one is added. */
    private void layLater() {
        IndexedText.Builder sources = new IndexedText.Builder(source.vocabulary());
        IndexedText.Builder targets = new IndexedText.Builder(target);
        for (LinkedPair pair : later) {
            sources.add(pair.source);
            targets.add(pair.target);
        }
        Links between = Links.of(later.stream().map(LinkedPair::links).toList());
        table = new PhraseTable(
                List.of(pairs, new PhrasePairs(new IndexedBitext(sources.build(), targets.build()), between, LATER_WEIGHT, true)));
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

    /** A phrase of the sentence and what it became, nothing where it was left out. */
    public record Part(String source, String target) {}

    /** The best translations of a sentence, the best first, no two alike; the text itself where it has no words. */
    public List<Candidate> translate(String text, PhraseWeights weights, int beam, int most) {
        CutText cut = CutText.of(text);
        if (cut.size() == 0) {
            return List.of(new Candidate(text, List.of(), Feature.none(), 0));
        }
        List<String> forms = sourceWords(cut);
        List<Stretch> stretches = new ArrayList<>();
        for (int from = 0; from < forms.size(); ) {
            int to = Stretch.end(forms, from);
            stretches.add(new Stretch(from, search(forms.subList(from, to), weights, beam, most)));
            from = to;
        }
        int count = stretches.stream().mapToInt(stretch -> stretch.best.size()).max().orElse(0);
        return IntStream.range(0, count).mapToObj(rank -> candidate(stretches, rank, cut)).toList();
    }

    private List<PhraseSearch.Found> search(List<String> forms, PhraseWeights weights, int beam, int most) {
        lock.readLock().lock();
        try {
            PhraseOptions options = new PhraseOptions(table, lexicon, source, target, weights, forms);
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
        String joined = spacing.join(forms);
        return Casing.isCapitalised(of.forms()) ? Casing.capitalised(joined) : joined;
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

    /** A part of a text that is translated by itself: the effort grows with the cube of the length. */
    private record Stretch(int from, List<PhraseSearch.Found> best) {

        private static final int MOST_WORDS = 100;
        private static final int LEAST_WORDS = 20;

        /** After the last mark that is far enough from the beginning, else where there must be an end. */
        private static int end(List<String> forms, int from) {
            int most = Math.min(forms.size(), from + MOST_WORDS);
            if (most == forms.size()) {
                return most;
            }
            for (int end = most; end > from + LEAST_WORDS; end--) {
                if (!Character.isLetterOrDigit(forms.get(end - 1).codePointAt(0))) {
                    return end;
                }
            }
            return most;
        }

        private PhraseSearch.Found ofRank(int rank) {
            return best.get(Math.min(rank, best.size() - 1));
        }
    }

    private Candidate candidate(List<Stretch> stretches, int rank, CutText cut) {
        Offsets offsets = Offsets.of(cut.text());
        List<Part> parts = new ArrayList<>();
        List<String> forms = new ArrayList<>();
        double[] features = Feature.none();
        double score = 0;
        for (Stretch stretch : stretches) {
            PhraseSearch.Found found = stretch.ofRank(rank);
            for (PhraseOption option : found.options()) {
                Span first = cut.spans().get(stretch.from + option.from());
                Span last = cut.spans().get(stretch.from + option.to() - 1);
                parts.add(new Part(offsets.slice(first.start(), last.end()), spacing.join(option.forms())));
                forms.addAll(option.forms());
            }
            Arrays.setAll(features, f -> features[f] + found.features()[f]);
            score += found.score();
        }
        return new Candidate(write(forms, cut), parts, features, score);
    }

    /** Takes pairs one after the other, in any number. */
    public static final class Builder {

        private final IndexedBitext.Builder raw = new IndexedBitext.Builder();
        private final Links.Builder links = new Links.Builder();
        private final List<LinkedPair> confirmed = new ArrayList<>();
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

        /** Adds a pair after all others that a person holds to be right. */
        public void addConfirmed(List<String> source, List<String> target, Alignment between) {
            confirmed.add(new LinkedPair(source, target, between));
        }

        public Phrases build() {
            IndexedBitext text = raw.build();
            Casing sourceCasing = new Casing(text.source());
            Casing targetCasing = new Casing(text.target());
            IndexedBitext natural = new IndexedBitext(natural(text.source(), sourceCasing), natural(text.target(), targetCasing));
            Phrases phrases = new Phrases(sourceCasing, targetCasing, spacing, natural, links.build());
            if (!confirmed.isEmpty()) {
                phrases.add(confirmed);
            }
            return phrases;
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
