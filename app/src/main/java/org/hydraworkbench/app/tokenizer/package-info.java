/**
 * The tokenizer workspace: both languages' tokenizers, how they cut a sentence a person types, what they cost on the corpus,
 * and training a new one. Tokenizers come from the project's artefacts; a new one goes there.
 */
@NullMarked
package org.hydraworkbench.app.tokenizer;

import org.jspecify.annotations.NullMarked;
