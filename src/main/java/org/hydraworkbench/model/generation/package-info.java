/**
 * Continuing texts, the one place for all of it: prompts come as token ids with the tables that they go through, one or many at a time, and what
 * is written goes back as token ids of one table, with how likely each was held to be.
 *
 * <p>A {@link org.hydraworkbench.model.generation.Generator} lets searches go on over the rows of one
 * {@link org.hydraworkbench.model.Session}: token by token, the best or a drawn one, or as a beam search. What changes scores before a token is
 * chosen are {@link org.hydraworkbench.model.generation.LogitsProcessor}s, in the order in which transformers applies them; what ends a text are
 * tokens, {@linkplain org.hydraworkbench.model.generation.StopTexts texts} or its length. What a prompt has in common with what was read before
 * is not read again. Golden files hold all of it to what {@code generate} of transformers does.
 */
@NullMarked
package org.hydraworkbench.model.generation;

import org.jspecify.annotations.NullMarked;
