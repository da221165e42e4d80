/**
 * The model of fast_align: {@link org.hydraworkbench.align.diagonal.DiagonalModel} has the mathematics,
 * {@link org.hydraworkbench.align.diagonal.DiagonalAligner} trains it. {@code NOTES.md} in {@code align} tells in what it differs from the
 * published program, and why.
 *
 * <p>It learns from a numbered bitext and goes into model files.
 */
@NullMarked
package org.hydraworkbench.align.diagonal;

import org.jspecify.annotations.NullMarked;
