/** Looks at what the build made for a person to run. */
@NullMarked
package org.hydraworkbench.app.packaging;

import org.jspecify.annotations.NullMarked;
