package org.hydraworkbench.decode.phrase;

import java.util.List;

/**
 * One way to translate a source phrase.
 *
 * @param from its first word in the sentence
 * @param to one past its last word
 * @param words numbers of the target words; of those that the corpus lacks, numbers from the vocabulary's size on
 * @param forms the target words
 * @param pair the number of a pair where it was seen, or {@link #NOWHERE}
 * @param confirmed whether most of what is known of it comes from a person
 * @param features without the language model and distortion, by {@link PhraseWeights.Feature#ordinal}
 */
record PhraseOption(int from, int to, int[] words, List<String> forms, int pair, boolean confirmed, double[] features) {

    /** Of what stands in no pair. */
    static final int NOWHERE = -1;
}
