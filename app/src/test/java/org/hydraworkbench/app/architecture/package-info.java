/**
 * The rules of the window's code, checked on its classes.
 */
@NullMarked
package org.hydraworkbench.app.architecture;

import org.jspecify.annotations.NullMarked;
