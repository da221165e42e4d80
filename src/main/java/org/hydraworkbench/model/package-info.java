/**
 * The decoder: configuration, weights, forward pass with a key-value cache, and scoring; what continues texts is a package of its own.
 *
 * <p>Models come from Hugging Face folders through {@link org.hydraworkbench.weights}; token ids come from whoever holds a
 * tokenizer. A {@link org.hydraworkbench.model.TokenTable} is an argument of every call, so that one body can read one
 * vocabulary and write another.
 */
@NullMarked
package org.hydraworkbench.model;

import org.jspecify.annotations.NullMarked;
