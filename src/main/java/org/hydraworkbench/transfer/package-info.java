/**
 * New embedding tables and heads for a new vocabulary: one class per method, and the writing of a model folder that has
 * them in place of the old ones and everything else as it was.
 *
 * <p>Data comes from a pretrained model's folder, a new tokenizer and, for trans-tokenization, a mapping of tokens; the
 * folder goes to training or straight into a Hydra.
 */
@NullMarked
package org.hydraworkbench.transfer;

import org.jspecify.annotations.NullMarked;
