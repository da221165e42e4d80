/** Tests of the decoder. */
@NullMarked
package org.hydraworkbench.model;

import org.jspecify.annotations.NullMarked;
