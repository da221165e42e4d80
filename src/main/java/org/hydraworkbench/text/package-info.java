/**
 * What every room must agree on about written text: spans and offsets in code points, which characters make up words,
 * which scripts leave no space between words, canonical composition, segmentation into words, how a language is named,
 * which of a pair's two sides is meant, and how a text stands in a table or in a message.
 *
 * <p>Texts come from corpora and from people and are never changed here; spans and words go to tokenizers, aligners,
 * edits and the window.
 */
@NullMarked
package org.hydraworkbench.text;

import org.jspecify.annotations.NullMarked;
