package org.hydraworkbench.app.alignment;

import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.LinkState;
import org.jspecify.annotations.Nullable;

/**
 * What a person wants to say about a cell.
 *
 * @param cell the cell
 * @param state the new word on it; null takes back what was said, and the aligner's opinion holds again
 */
public record CellEdit(Cell cell, @Nullable LinkState state) {}
