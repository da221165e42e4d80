package org.hydraworkbench.train;

import java.util.List;
import org.hydraworkbench.model.TokenTable;

/**
 * The tables that sequences of one direction go through.
 *
 * @param written through which the answer is read and written
 * @param read through which the rest is read, in the order of the batches
 */
record DirectionTables(TokenTable written, List<TokenTable> read) {}
