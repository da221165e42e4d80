/**
 * The alignment workspace: a table of sentence pairs, the heatmap and the curves of the selected pair, the table of its
 * links, and what an edit changes in the mapping and in the embedding rows. Pairs, links and posteriors come from the open
 * project; every edit goes back there as one undoable action.
 */
@NullMarked
package org.hydraworkbench.app.alignment;

import org.jspecify.annotations.NullMarked;
