package org.hydraworkbench.app.transfer;

import org.hydraworkbench.transfer.TableFacts;

/**
 * What was measured of one result.
 *
 * @param table the new input table as a whole
 * @param bitsPerByte on held-out lines of the new language, before any training
 */
public record Measured(TableFacts table, double bitsPerByte) {}
