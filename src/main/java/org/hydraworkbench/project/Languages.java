package org.hydraworkbench.project;

import java.sql.SQLException;
import org.hydraworkbench.store.Sql;

/** The rows of languages. */
final class Languages {

    private Languages() {}

    /** The id of a language, entered when new. Inside a write. */
    static long id(Sql sql, String tag) throws SQLException {
        sql.run("INSERT INTO language (tag) VALUES (?) ON CONFLICT DO NOTHING", tag);
        return sql.number("SELECT id FROM language WHERE tag = ?", tag);
    }
}
