/**
 * One SQLite file: opened by one process at a time, written by one thread, read by many, brought to the present schema by
 * numbered SQL scripts.
 *
 * <p>Knows nothing of what is stored. What goes in and out are the statements of the room above, {@code project}; faults of
 * the file or the disk come out as sentences for a person.
 */
@NullMarked
package org.hydraworkbench.store;

import org.jspecify.annotations.NullMarked;
