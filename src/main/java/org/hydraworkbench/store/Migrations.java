package org.hydraworkbench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import org.hydraworkbench.base.InputException;

/** Brings a file from its {@code user_version} to the present one, a transaction a step, so that a crash leaves a whole step. */
final class Migrations {

    private static final String COLUMNS =
            "SELECT m.name || '.' || c.name AS name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type IN ('table', 'view')";

    private Migrations() {}

    static void run(Connection connection, Path file, Schema schema) throws SQLException, InputException {
        Sql sql = new Sql(connection);
        long have = sql.number("PRAGMA user_version");
        if (have > schema.version()) {
            throw InputException.in(
                    file,
                    "was made by a newer version of the program (its schema is %d, this program knows %d); update the program"
                            .formatted(have, schema.version()));
        }
        if (have < 0) {
            throw new SQLDataException("it says that its schema is " + have);
        }
        for (int version = (int) have + 1; version <= schema.version(); version++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                try {
                    sql.script(schema.script(version));
                    statement.execute("PRAGMA user_version = " + version);
                    statement.execute("COMMIT");
                } catch (SQLException | RuntimeException e) {
                    rollBack(connection, e);
                    throw e;
                }
            }
        }
    }

    /** Ends a transaction that failed; after a grave error, a full disk for one, SQLite has done so already. */
    static void rollBack(Connection connection, Throwable because) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }

    /**
     * Makes sure that a file has all tables and columns of the present schema: one that says so and has not was changed by something else,
     * or is half of another.
     */
    static void check(Connection connection, Path file, Schema schema) throws SQLException, InputException {
        Set<String> missing = new TreeSet<>();
        try (Connection model = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            run(model, file, schema);
            missing.addAll(new Sql(model).list(COLUMNS, row -> row.text("name")));
        }
        new Sql(connection).list(COLUMNS, row -> row.text("name")).forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw InputException.in(file, "lacks %s, which a %s has; the file is damaged, go back to a saved copy of it"
                    .formatted(missing.iterator().next(), schema.kind()));
        }
    }
}
