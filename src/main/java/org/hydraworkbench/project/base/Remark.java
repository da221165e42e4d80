package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A person's review or note as its row has it; {@code value} is the state or the text. It comes back under its id, as of several
 * people the highest holds; 0, as version 1 stored none, for the next.
 */
public record Remark(long id, String value, long person, String time) {

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("id", id);
        json.addProperty("value", value);
        json.addProperty("person", person);
        json.addProperty("time", time);
        return json;
    }

    static @Nullable Remark read(JsonFields in, String name) throws InputException {
        if (!in.has(name)) {
            return null;
        }
        JsonFields row = in.object(name);
        return new Remark(
                row.longInteger("id", 0),
                row.requiredText("value"),
                row.longInteger("person", 0),
                row.requiredText("time"));
    }

    static JsonObject json(long pair, @Nullable Remark before, @Nullable Remark after) {
        JsonObject json = new JsonObject();
        json.addProperty("pair", pair);
        json.add("before", before == null ? null : before.json());
        json.add("after", after == null ? null : after.json());
        return json;
    }

    static void put(Sql sql, String table, String column, long pair, @Nullable Remark old, @Nullable Remark now)
            throws SQLException {
        if (old != null) {
            sql.run("DELETE FROM " + table + " WHERE pair = ? AND person = ?", pair, old.person);
        }
        if (now != null) {
            sql.run(
                    "INSERT INTO " + table + " (id, pair, " + column + ", person, time) VALUES (nullif(?, 0), ?, ?, ?, ?)",
                    now.id, pair, now.value, now.person, now.time);
        }
    }
}
