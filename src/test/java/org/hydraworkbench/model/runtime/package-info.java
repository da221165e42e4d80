/** Tests of the kernels' text. */
@NullMarked
package org.hydraworkbench.model.runtime;

import org.jspecify.annotations.NullMarked;
