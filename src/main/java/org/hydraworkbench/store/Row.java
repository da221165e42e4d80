package org.hydraworkbench.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The row of a result that is being looked at; columns by name. Valid only inside the call it was given to. */
public final class Row {

    private final ResultSet results;

    Row(ResultSet results) {
        this.results = results;
    }

    public long number(String column) throws SQLException {
        return results.getLong(column);
    }

    public @Nullable Long numberOrNull(String column) throws SQLException {
        long value = results.getLong(column);
        return results.wasNull() ? null : value;
    }

    public int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    public double real(String column) throws SQLException {
        return results.getDouble(column);
    }

    public boolean flag(String column) throws SQLException {
        return results.getInt(column) != 0;
    }

    /** A text column that is never NULL. */
    public String text(String column) throws SQLException {
        String value = results.getString(column);
        if (value == null) {
            throw new SQLException("column " + column + " is NULL");
        }
        return value;
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }
}
