/**
 * What every alignment model has in common: which methods there are and their options, what one learns from (pairs, what a person said, an
 * earlier model), and what one answers, {@link org.hydraworkbench.align.model.PairPosteriors} of a pair.
 *
 * <p>The models themselves are in the packages beside this one, which know nothing of each other's; {@code align} trains and asks them.
 */
@NullMarked
package org.hydraworkbench.align.model;

import org.jspecify.annotations.NullMarked;
