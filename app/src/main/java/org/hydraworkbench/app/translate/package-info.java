/**
 * The translate workspace: a conversation with the project's current Hydra, word by word, with the effect of edited links
 * switched on or off; corrections go back into the corpus, whole files are translated as jobs.
 */
@NullMarked
package org.hydraworkbench.app.translate;

import org.jspecify.annotations.NullMarked;
