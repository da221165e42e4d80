package org.hydraworkbench.decode.phrase;

import java.util.List;

/**
 * One way to translate a source phrase.
 *
 * @param from its first word in the sentence
 * @param to one past its last word
 * @param words numbers of the target words; of those that the corpus lacks, numbers from the vocabulary's size on
 * @param forms the target words
 * @param features without the language model and distortion, by {@link PhraseWeights.Feature#ordinal}
 */
record PhraseOption(int from, int to, int[] words, List<String> forms, double[] features) {}
