/**
 * How texts of any language are written in the window: in their direction, in lines, by their beginning when they are long. Knows nothing of
 * projects and workspaces; what is written comes from those who show it.
 */
@NullMarked
package org.hydraworkbench.app.writing;

import org.jspecify.annotations.NullMarked;

