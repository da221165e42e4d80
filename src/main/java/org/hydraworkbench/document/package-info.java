/**
 * Translates whole files: reads one in its format ({@code document.format}), translates every text in it once, with its tags
 * ({@code document.tags}), and writes the file anew. What translates a sentence comes from {@code decode}, {@code hydra} or the window;
 * files go to the disk when they are complete.
 */
@NullMarked
package org.hydraworkbench.document;

import org.jspecify.annotations.NullMarked;
