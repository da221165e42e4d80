package org.hydraworkbench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Reasons;
import org.jspecify.annotations.Nullable;

/**
 * Statements inside one transaction of a {@link Database}. Arguments fill the question marks in their order: text, whole
 * numbers, floating-point numbers, booleans (as 0 and 1), byte arrays, null. Valid only inside the call it was given to.
 */
public final class Sql {

    /** Makes a value of the row at hand. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(Row row) throws SQLException;
    }

    /** Is shown one row after the other. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(Row row) throws SQLException, HydraException;
    }

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement that gives no rows; the number of rows it changed. */
    public int run(String statement, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(statement, arguments)) {
            return prepared.executeUpdate();
        }
    }

    /** Runs an INSERT; the id of the new row. */
    public long insert(String statement, @Nullable Object... arguments) throws SQLException {
        run(statement, arguments);
        return number("SELECT last_insert_rowid()");
    }

    /** All rows of a query. */
    public <T> List<T> list(String query, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        List<T> all = new ArrayList<>();
        try (PreparedStatement prepared = prepare(query, arguments);
                ResultSet results = prepared.executeQuery()) {
            Row row = new Row(results);
            while (results.next()) {
                all.add(value(reader, row));
            }
        }
        return all;
    }

    /** The first row of a query, if it has one. */
    public <T> Optional<T> first(String query, RowReader<T> reader, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(query, arguments);
                ResultSet results = prepared.executeQuery()) {
            return results.next() ? Optional.ofNullable(value(reader, new Row(results))) : Optional.empty();
        }
    }

    /** The first column of the first row as a number; 0 when there is no row or it is NULL. */
    public long number(String query, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement prepared = prepare(query, arguments);
                ResultSet results = prepared.executeQuery()) {
            return results.next() ? results.getLong(1) : 0;
        }
    }

    /** Shows every row to {@code visitor}, without holding them all. */
    public void each(String query, RowVisitor visitor, @Nullable Object... arguments) throws SQLException, HydraException {
        try (PreparedStatement prepared = prepare(query, arguments);
                ResultSet results = prepared.executeQuery()) {
            Row row = new Row(results);
            while (results.next()) {
                visitor.visit(row);
            }
        }
    }

    /** Runs one statement with many rows of arguments, prepared once. */
    public void many(String statement, Iterable<@Nullable Object[]> rows) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                bind(prepared, row);
                prepared.executeUpdate();
            }
        }
    }

    /** Runs a script of several statements. */
    public void script(String statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(statements);
        }
    }

    /** Makes a value of a row; numbers that a value refuses were put into the file by something else. */
    private static <T> T value(RowReader<T> reader, Row row) throws SQLException {
        try {
            return reader.read(row);
        } catch (IllegalArgumentException e) {
            throw new SQLDataException("a row holds what cannot be: " + Reasons.of(e), e);
        }
    }

    private PreparedStatement prepare(String statement, @Nullable Object... arguments) throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        try {
            bind(prepared, arguments);
            return prepared;
        } catch (SQLException e) {
            prepared.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement prepared, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            int at = i + 1;
            switch (argument) {
                case null -> prepared.setNull(at, java.sql.Types.NULL);
                case Long number -> prepared.setLong(at, number);
                case Integer number -> prepared.setInt(at, number);
                case Double number -> prepared.setDouble(at, number);
                case Float number -> prepared.setDouble(at, number);
                case Boolean flag -> prepared.setInt(at, flag ? 1 : 0);
                case byte[] bytes -> prepared.setBytes(at, bytes);
                case String text -> prepared.setString(at, text);
                default -> throw new IllegalArgumentException("cannot be stored: " + argument.getClass());
            }
        }
    }
}
