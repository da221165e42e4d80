package org.hydraworkbench.eval;

import java.util.Arrays;
import java.util.List;

/**
 * A measure of translations against one reference each, computed from counts that add up over sentences. Scores lie
 * between 0 and 100, higher is nearer to the reference.
 */
public sealed interface TranslationMetric permits Chrf, Bleu {

    /** The name, for example {@code chrF++}. */
    String name();

    /** The settings, in the form sacreBLEU prints them; the version is this program's. */
    String signature();

    /** The counts of one sentence; always of the same length for one metric. */
    long[] statistics(String hypothesis, String reference);

    /** The counts of each sentence. */
    default long[][] statistics(List<String> hypotheses, List<String> references) {
        long[][] all = new long[references.size()][];
        Arrays.setAll(all, k -> statistics(hypotheses.get(k), references.get(k)));
        return all;
    }

    /** The score of summed counts. */
    double score(long[] statistics);

    /** The score of one sentence. */
    default double sentence(String hypothesis, String reference) {
        return score(statistics(hypothesis, reference));
    }

    /**
     * The score of a corpus: of the sum of the counts, not the mean of sentence scores.
     *
     * @throws IllegalArgumentException when the lists differ in length or are empty
     */
    default double corpus(List<String> hypotheses, List<String> references) {
        if (hypotheses.size() != references.size() || hypotheses.isEmpty()) {
            throw new IllegalArgumentException(
                    hypotheses.size() + " hypotheses and " + references.size() + " references");
        }
        return score(Bootstrap.sum(statistics(hypotheses, references)));
    }
}
