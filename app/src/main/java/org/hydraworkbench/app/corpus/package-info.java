/**
 * The corpus workspace: bilingual text is brought in with a preview, then shown in a table of any length, searched, and pairs
 * are excluded or brought back. Texts come from files through the project's import and are read back a page at a time.
 */
@NullMarked
package org.hydraworkbench.app.corpus;

import org.jspecify.annotations.NullMarked;
