/**
 * What was translated before: the pairs of a bitext that are like a sentence ({@link org.hydraworkbench.decode.memory.TranslationMemory}), and
 * where two sentences differ ({@link org.hydraworkbench.decode.memory.WordDifference}). Pairs come from {@code corpus}; what is found goes to
 * baselines and to the choice among translations.
 */
@NullMarked
package org.hydraworkbench.decode.memory;

import org.jspecify.annotations.NullMarked;
