package org.hydraworkbench.corpus;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/** The rows of a table, read once. Used by one thread. */
interface TableRows extends AutoCloseable {

    /**
     * The next row, blank ones too, or null at the end.
     *
     * @throws org.hydraworkbench.base.InputException with file and line, when nothing behind this row can be read
     */
    @Nullable TableRow next() throws HydraException;

    /** {@link BitextFormat#TSV} or {@link BitextFormat#CSV}. */
    BitextFormat format();

    /** What a person calls that which stands between two cells, {@code comma} for instance. */
    String separator();

    /** What a person should know of the rows so far, a sentence each. */
    List<String> notes();

    /** Where the rows are read from. */
    TextLines lines();

    @Override
    default void close() throws HydraException {
        lines().close();
    }
}
