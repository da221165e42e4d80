/** Tests of continuing texts. */
@NullMarked
package org.hydraworkbench.model.generation;

import org.jspecify.annotations.NullMarked;
