/**
 * A project: corpora, what people said of them, and everything that was made from them, in one SQLite file beside a folder. Its rooms,
 * each using only those before it: {@code base}, {@code corpora}, {@code edits}, {@code artefacts}, {@code settings}, {@code links},
 * {@code conversations}, {@code work}, then this package, which opens them all, and {@code demo}.
 */
@NullMarked
package org.hydraworkbench.project;

import org.jspecify.annotations.NullMarked;
