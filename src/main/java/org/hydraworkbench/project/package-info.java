/**
 * A project: corpora, what people said of them, and everything that was made from them, in one SQLite file beside a folder.
 *
 * <p>Corpus text never changes; edits are anchored in it and can be undone, across restarts; jobs make immutable artefacts
 * with their provenance, and an artefact whose inputs are no longer current is stale. Data comes from the rooms that read,
 * align, map and train, and goes to the window and the command line.
 */
@NullMarked
package org.hydraworkbench.project;

import org.jspecify.annotations.NullMarked;
