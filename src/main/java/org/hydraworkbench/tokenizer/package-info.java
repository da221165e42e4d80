/**
 * Tokenizers: training byte-pair encodings, loading any {@code tokenizer.json} and what older folders have instead, encoding with offsets into
 * the original text, and the units (words, tokens, glued tokens) that alignment works on.
 *
 * <p>Texts come from corpora; tokenizer folders go to disk in the Hugging Face form; encodings and segmentations go to
 * alignment, mapping, training and the heads of a Hydra.
 */
@NullMarked
package org.hydraworkbench.tokenizer;

import org.jspecify.annotations.NullMarked;
