/**
 * The local service: other programs of this machine ask for translations over HTTP, as they would ask LibreTranslate or OPUS-CAT, and hand
 * back corrections, which the next translation obeys. What is translated comes from a {@link org.hydraworkbench.server.ServedTranslator}: a
 * bitext, a Hydra or a project. It listens to the own machine only; web pages from elsewhere are refused.
 */
@NullMarked
package org.hydraworkbench.server;

import org.jspecify.annotations.NullMarked;
