package org.hydraworkbench.store;

import org.hydraworkbench.base.NativeLibraries;
import org.hydraworkbench.base.ResourceException;
import org.sqlite.SQLiteJDBCLoader;

/** SQLite's library of native code. */
public final class Sqlite {

    private Sqlite() {}

    /**
     * Makes sure that it is loaded; to be called before the first connection.
     *
     * @throws ResourceException when it cannot be unpacked or loaded
     */
    public static synchronized void load() throws ResourceException {
        NativeLibraries.ofSqlite();
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception | LinkageError e) {
            throw NativeLibraries.failure("SQLite's library", e);
        }
    }
}
