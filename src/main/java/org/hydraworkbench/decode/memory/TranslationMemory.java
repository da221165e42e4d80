package org.hydraworkbench.decode.memory;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.text.Characters;

/**
 * Finds the pairs whose source is most like a sentence: first those that share its rare words, by Okapi BM25 (Robertson and Zaragoza 2009),
 * then of these the ones that differ in the fewest words, {@link WordDifference#ratio}. Words are compared without regard to case. Pairs can
 * be added and taken out at any time. Safe for use by several threads.
 */
public final class TranslationMemory {

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    /** Pairs that are compared word by word. */
    private static final int COMPARED = 100;

    /** Places of words that are looked at, those of rare words first; what is left out says little. */
    private static final int LOOKED_AT = 500_000;

    private final Vocabulary words = new Vocabulary();
    private final List<IntArrayList> pairsOfWord = new ArrayList<>();
    private final List<SentencePair> pairs = new ArrayList<>();
    private final IntArrayList lengths = new IntArrayList();
    private final BitSet hidden = new BitSet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private long allWords;

    /**
     * A pair that is like a sentence.
     *
     * @param pair its number, in the order in which they were added
     * @param ratio how alike the sources are, 0 to 1
     */
    public record Match(int pair, SentencePair text, double ratio) {}

    /** Adds a pair; its number. */
    public int add(SentencePair pair) {
        List<String> forms = forms(pair.source());
        lock.writeLock().lock();
        try {
            int number = pairs.size();
            pairs.add(pair);
            lengths.add(forms.size());
            allWords += forms.size();
            for (String form : forms) {
                int word = words.add(form);
                if (word == pairsOfWord.size()) {
                    pairsOfWord.add(new IntArrayList(1));
                }
                pairsOfWord.get(word).add(number); // once for each time
            }
            return number;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Takes a pair out, by its number: it is not found any more. */
    public void hide(int pair) {
        setHidden(pair, true);
    }

    /** Takes a pair in again. */
    public void show(int pair) {
        setHidden(pair, false);
    }

    private void setHidden(int pair, boolean value) {
        lock.writeLock().lock();
        try {
            hidden.set(pair, value);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** A pair by its number. */
    public SentencePair get(int pair) {
        lock.readLock().lock();
        try {
            return pairs.get(pair);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Number of pairs, those too that were taken out. */
    public int size() {
        lock.readLock().lock();
        try {
            return pairs.size();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** The pairs most like a sentence, the most alike first; of those that are equally alike the one that came last. */
    public List<Match> find(String sentence, int most) {
        List<String> forms = forms(sentence);
        lock.readLock().lock();
        try {
            return find(forms, candidates(forms), most);
        } finally {
            lock.readLock().unlock();
        }
    }

    private List<Match> find(List<String> forms, int[] found, int most) {
        return Arrays.stream(found)
                .mapToObj(pair -> new Match(pair, pairs.get(pair), WordDifference.ratio(forms, forms(pairs.get(pair).source()))))
                .sorted(Comparator.comparingDouble(Match::ratio).thenComparingInt(Match::pair).reversed())
                .limit(most)
                .toList();
    }

    /** How alike the source of the pair that is most like a sentence is, {@link WordDifference#ratio}; 0 where no pair shares a word. */
    public double nearest(String sentence) {
        return find(sentence, 1).stream().mapToDouble(Match::ratio).findFirst().orElse(0);
    }

    private static List<String> forms(String text) {
        return CutText.of(text).forms().stream().map(Characters::lower).toList();
    }

    /** The pairs with the highest BM25. */
    private int[] candidates(List<String> forms) {
        List<IntArrayList> rareFirst = forms.stream()
                .distinct()
                .mapToInt(words::id)
                .filter(word -> word != Vocabulary.ABSENT)
                .mapToObj(pairsOfWord::get)
                .sorted(Comparator.comparingInt(IntArrayList::size))
                .toList();
        float[] scores = new float[pairs.size()];
        IntArrayList touched = new IntArrayList();
        int looked = 0;
        for (IntArrayList having : rareFirst) {
            if (looked > 0 && looked + having.size() > LOOKED_AT) {
                break;
            }
            looked += having.size();
            score(having, scores, touched);
        }
        int[] all = touched.toIntArray();
        if (all.length <= COMPARED) {
            return all;
        }
        float[] best = new float[all.length];
        IntStream.range(0, all.length).forEach(k -> best[k] = scores[all[k]]);
        Arrays.sort(best);
        float least = best[best.length - COMPARED];
        int[] above = Arrays.stream(all).filter(pair -> scores[pair] > least).toArray();
        int[] at = Arrays.stream(all).filter(pair -> scores[pair] == least).limit(COMPARED - above.length).toArray();
        return IntStream.concat(Arrays.stream(above), Arrays.stream(at)).toArray();
    }

    /** Adds what a word gives to the pairs that have it. */
    private void score(IntArrayList having, float[] scores, IntArrayList touched) {
        double inverse = Math.log(1 + (pairs.size() - having.size() + 0.5) / (having.size() + 0.5));
        double mean = (double) allWords / pairs.size();
        for (int k = 0; k < having.size(); ) {
            int pair = having.getInt(k);
            int times = 0;
            for (; k < having.size() && having.getInt(k) == pair; k++) {
                times++;
            }
            double weight = inverse * times * (K1 + 1) / (times + K1 * (1 - B + B * lengths.getInt(pair) / mean));
            if (scores[pair] == 0 && !hidden.get(pair)) {
                touched.add(pair);
            }
            scores[pair] += (float) Math.max(weight, Float.MIN_NORMAL);
        }
    }
}
