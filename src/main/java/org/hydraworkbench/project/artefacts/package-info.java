/**
 * What jobs made: immutable folders with where they came from, and for each slot (a kind of artefact with its languages) which one
 * is in use. Files come from the operations in {@code project.work}; everything that shows or uses a result asks here.
 */
@NullMarked
package org.hydraworkbench.project.artefacts;

import org.jspecify.annotations.NullMarked;
