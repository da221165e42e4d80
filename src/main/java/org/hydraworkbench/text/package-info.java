/**
 * What every room must agree on about written text: spans and offsets in code points, which characters make up words,
 * which scripts leave no space between words, canonical composition, and segmentation into words.
 *
 * <p>Texts come from corpora and from people and are never changed here; spans and words go to tokenizers, aligners,
 * edits and the window.
 */
@NullMarked
package org.hydraworkbench.text;

import org.jspecify.annotations.NullMarked;
