package org.hydraworkbench.project.base;

import java.sql.SQLException;
import org.hydraworkbench.store.Sql;

/** The people who work on a project, and the one who works on it now. */
public final class People {

    private volatile String present;

    public People(String present) {
        this.present = present;
    }

    public String present() {
        return present;
    }

    public void setPresent(String name) {
        present = name;
    }

    /** The id of the person at work, entered when new. Inside a write. */
    public long presentId(Sql sql) throws SQLException {
        return id(sql, present);
    }

    public static long id(Sql sql, String name) throws SQLException {
        sql.run("INSERT INTO person (name) VALUES (?) ON CONFLICT DO NOTHING", name);
        return sql.number("SELECT id FROM person WHERE name = ?", name);
    }
}
