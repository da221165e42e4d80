/**
 * Translation by phrases that are read off the links of a bitext, without a neural model (Koehn et al. 2003). The door is
 * {@link org.hydraworkbench.decode.phrase.Phrases}; {@link org.hydraworkbench.decode.phrase.PhraseLearning} makes it of a bitext,
 * {@link org.hydraworkbench.decode.phrase.PhraseTuning} learns the weights.
 *
 * <p>A sentence goes through {@code CutText} (words and marks), {@code Casing}, {@code PhraseOptions} (what each phrase can become: looked
 * up in {@code PhraseTable}, weighed by {@code Lexicon}), {@code PhraseSearch} (the best order and choice, by {@code NgramModel} too) and
 * {@code Spacing} back to a text. Everything holds counts, so that a pair is added or hidden at once.
 */
@NullMarked
package org.hydraworkbench.decode.phrase;

import org.jspecify.annotations.NullMarked;
