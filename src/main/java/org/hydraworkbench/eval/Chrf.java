package org.hydraworkbench.eval;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.ProgramVersion;
import org.hydraworkbench.text.PythonText;

/**
 * chrF (Popović 2015) and chrF++ (Popović 2017): the F-measure, with recall weighing β² = 4 times as much as precision, of
 * character n-grams up to 6, for chrF++ of word n-grams up to 2 too. Precision and recall are averaged over the orders that
 * both sides have; white space is left out of the characters; punctuation at the edge of a word is a word of its own.
 * Equal to sacreBLEU's with its default options.
 */
public final class Chrf implements TranslationMetric {

    private static final int CHARACTER_ORDER = 6;
    private static final double BETA_SQUARED = 4;
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final int wordOrder;

    private Chrf(int wordOrder) {
        this.wordOrder = wordOrder;
    }

    /** Characters only: nc:6, nw:0, β 2. */
    public static Chrf chrf() {
        return new Chrf(0);
    }

    /** chrF++: nc:6, nw:2, β 2. */
    public static Chrf plusPlus() {
        return new Chrf(2);
    }

    @Override
    public String name() {
        return "chrF" + "+".repeat(wordOrder);
    }

    @Override
    public String signature() {
        return "nrefs:1|case:mixed|eff:yes|nc:6|nw:" + wordOrder + "|space:no|version:hydra-" + ProgramVersion.get();
    }

    /** The n-grams of a text, for comparing it with many others. */
    public static final class Profile {
        private final List<NgramCounts> orders;

        private Profile(List<NgramCounts> orders) {
            this.orders = orders;
        }
    }

    /** The n-grams of a text. */
    public Profile profile(String text) {
        return new Profile(ngrams(text));
    }

    /** The score of one sentence, as {@link #sentence(String, String)} has it. */
    public double sentence(Profile hypothesis, Profile reference) {
        return score(statistics(hypothesis.orders, reference.orders));
    }

    /** For each order three counts: n-grams of the hypothesis (0 when the reference has none), of the reference, in both. */
    @Override
    public long[] statistics(String hypothesis, String reference) {
        return statistics(ngrams(hypothesis), ngrams(reference));
    }

    private static long[] statistics(List<NgramCounts> ours, List<NgramCounts> theirs) {
        long[] statistics = new long[3 * ours.size()];
        for (int order = 0; order < ours.size(); order++) {
            NgramCounts hyp = ours.get(order);
            NgramCounts ref = theirs.get(order);
            statistics[3 * order] = ref.total() == 0 ? 0 : hyp.total();
            statistics[3 * order + 1] = ref.total();
            statistics[3 * order + 2] = hyp.matches(ref);
        }
        return statistics;
    }

    private List<NgramCounts> ngrams(String text) {
        List<NgramCounts> counts = new ArrayList<>();
        int[] characters = text.codePoints().filter(c -> !PythonText.isSpace(c)).toArray();
        for (int n = 1; n <= CHARACTER_ORDER; n++) {
            counts.add(NgramCounts.ofCharacters(characters, n));
        }
        if (wordOrder > 0) {
            List<String> words = words(text);
            for (int n = 1; n <= wordOrder; n++) {
                counts.add(NgramCounts.ofWords(words, n));
            }
        }
        return counts;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        for (String word : PythonText.split(text)) {
            int last = word.length() - 1;
            if (word.codePointCount(0, word.length()) == 1) {
                words.add(word);
            } else if (PUNCTUATION.indexOf(word.charAt(last)) >= 0) {
                words.add(word.substring(0, last));
                words.add(word.substring(last));
            } else if (PUNCTUATION.indexOf(word.charAt(0)) >= 0) {
                words.add(word.substring(0, 1));
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return words;
    }

    @Override
    public double score(long[] statistics) {
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int i = 0; i < statistics.length; i += 3) {
            long hyp = statistics[i];
            long ref = statistics[i + 1];
            if (hyp > 0 && ref > 0) {
                precision += (double) statistics[i + 2] / hyp;
                recall += (double) statistics[i + 2] / ref;
                orders++;
            }
        }
        if (precision + recall == 0) {
            return 0;
        }
        precision /= orders;
        recall /= orders;
        return 100 * (1 + BETA_SQUARED) * precision * recall / (BETA_SQUARED * precision + recall);
    }
}
