/**
 * IBM model 1: {@link org.hydraworkbench.align.ibm1.Ibm1Model} has the mathematics, {@link org.hydraworkbench.align.ibm1.Ibm1Aligner}
 * trains it. Its expected counts alone are what the reference mapping is made of.
 *
 * <p>It learns from a numbered bitext and goes into model files.
 */
@NullMarked
package org.hydraworkbench.align.ibm1;

import org.jspecify.annotations.NullMarked;
