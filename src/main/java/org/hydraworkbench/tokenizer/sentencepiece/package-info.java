/**
 * Models of SentencePiece (Kudo and Richardson 2018), as old model folders have them instead of a {@code tokenizer.json}: read from the wire
 * format of protocol buffers, and nothing of the library run. What is made of them is said in the package around this one.
 */
@NullMarked
package org.hydraworkbench.tokenizer.sentencepiece;

import org.jspecify.annotations.NullMarked;
