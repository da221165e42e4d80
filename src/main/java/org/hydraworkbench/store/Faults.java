package org.hydraworkbench.store;

import java.nio.file.Path;
import java.sql.SQLDataException;
import java.sql.SQLException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.base.ResourceException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Says what SQLite's errors mean to a person. */
final class Faults {

    private Faults() {}

    /**
     * The error to show for one of SQLite's; an error in our own statements, which no person can mend, is thrown as an
     * {@link IllegalStateException}. A {@link SQLDataException} says what is wrong with what the file holds.
     */
    static HydraException translate(Path file, SQLException e) {
        if (e instanceof SQLDataException) {
            return damaged(file, " (" + Reasons.of(e) + ")", e);
        }
        return switch (kind(e)) {
            case SQLITE_FULL -> new ResourceException(file + ": the disk is full; make room and try again", e);
            case SQLITE_IOERR -> new ResourceException(
                    file + ": reading or writing failed; check that the disk or the network drive it lies on is there and has room", e);
            case SQLITE_NOMEM -> new ResourceException(file + ": not enough memory", e);
            case SQLITE_CORRUPT, SQLITE_NOTADB -> damaged(file, "", e);
            case SQLITE_READONLY -> new ResourceException(
                    file + ": the file or its folder is read-only; copy both to a folder you may write to and open the copy", e);
            case SQLITE_BUSY, SQLITE_LOCKED -> new ResourceException(
                    file + ": the file is in use by another program; close it there and try again", e);
            case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH -> new ResourceException(
                    file + ": cannot be opened; check that you may read and write it and its folder", e);
            default -> throw new IllegalStateException(file + ": " + Reasons.of(e), e);
        };
    }

    /** The same while a file is opened, when our statements rest on nothing but the format and the version that it says it has. */
    static HydraException atOpening(Path file, SQLException e) {
        return kind(e) == SQLiteErrorCode.SQLITE_ERROR || kind(e) == SQLiteErrorCode.SQLITE_CONSTRAINT
                ? damaged(file, "", e)
                : translate(file, e);
    }

    private static InputException damaged(Path file, String how, SQLException e) {
        return new InputException(file + ": the file is damaged" + how + "; go back to a saved copy of it", e);
    }

    /** SQLite's error without what it adds in the higher bits. */
    private static SQLiteErrorCode kind(SQLException e) {
        SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.UNKNOWN_ERROR;
        return SQLiteErrorCode.getErrorCode(code.code & 0xff);
    }
}
