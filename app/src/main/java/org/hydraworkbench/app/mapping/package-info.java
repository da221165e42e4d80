/**
 * The mapping workspace: for every target token the source tokens that its embedding is mixed from, with weights, entropy,
 * evidence and example sentences; a person can override any row. Rows come from the current mapping of the open project.
 * The bars that show a mixture are used beside the alignment as well.
 */
@NullMarked
package org.hydraworkbench.app.mapping;

import org.jspecify.annotations.NullMarked;
