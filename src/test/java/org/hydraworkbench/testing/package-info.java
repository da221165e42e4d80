/** What tests of several rooms share. */
@NullMarked
package org.hydraworkbench.testing;

import org.jspecify.annotations.NullMarked;
