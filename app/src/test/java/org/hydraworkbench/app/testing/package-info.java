/**
 * What window tests share: a JavaFX toolkit without a screen, and dialogs that answer as the test says.
 */
@NullMarked
package org.hydraworkbench.app.testing;

import org.jspecify.annotations.NullMarked;
