package org.hydraworkbench.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hydraworkbench.base.InputException;

/** Brings a file from its {@code user_version} to the present one, a transaction a step, so that a crash leaves a whole step. */
final class Migrations {

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
        for (int version = (int) have + 1; version <= schema.version(); version++) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                try {
                    sql.script(schema.script(version));
                    statement.execute("PRAGMA user_version = " + version);
                    statement.execute("COMMIT");
                } catch (SQLException | RuntimeException e) {
                    statement.execute("ROLLBACK");
                    throw e;
                }
            }
        }
    }
}
