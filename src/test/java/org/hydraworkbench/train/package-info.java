/** Tests of training. */
@NullMarked
package org.hydraworkbench.train;

import org.jspecify.annotations.NullMarked;
