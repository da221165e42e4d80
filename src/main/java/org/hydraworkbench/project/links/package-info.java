/**
 * The links of pairs as they hold now: those of the alignment in use with what people said over them, the mapping that follows from
 * them at once, and what all that means for the rows of a tuned Hydra.
 */
@NullMarked
package org.hydraworkbench.project.links;

import org.jspecify.annotations.NullMarked;
