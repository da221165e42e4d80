package org.hydraworkbench.store;

import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.hydraworkbench.base.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The row of a result that is being looked at; columns by name. Valid only inside the call it was given to. A value that is not what the
 * column should hold, in a file that was changed by something else, is a {@link SQLDataException}.
 */
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
            throw new SQLDataException("nothing stands for " + column + " in a row");
        }
        return value;
    }

    public @Nullable String textOrNull(String column) throws SQLException {
        return results.getString(column);
    }

    /** A point of time, stored as ISO 8601 has it in UTC. */
    public Instant instant(String column) throws SQLException {
        return instant(column, text(column));
    }

    public @Nullable Instant instantOrNull(String column) throws SQLException {
        String value = results.getString(column);
        return value == null ? null : instant(column, value);
    }

    private static Instant instant(String column, String value) throws SQLException {
        try {
            return Instant.parse(value);
        } catch (DateTimeParseException e) {
            throw new SQLDataException("“" + value + "” stands for the time " + column, e);
        }
    }

    /** A value that is stored by its code. */
    public <E> E choice(String column, Choice<E> codes) throws SQLException {
        String code = text(column);
        return codes.find(code).orElseThrow(() -> new SQLDataException("“" + code + "” stands for " + column + ", which is unknown"));
    }
}
