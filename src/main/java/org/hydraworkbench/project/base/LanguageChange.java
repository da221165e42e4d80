package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import org.hydraworkbench.store.Sql;

/** A language is called by another tag; everything in that language follows, and what was asked and answered by the tag. */
public record LanguageChange(long language, String before, String after) implements Undoable {

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("language", language);
        json.addProperty("before", before);
        json.addProperty("after", after);
        return json;
    }

    @Override
    public void apply(Sql sql) throws SQLException {
        put(sql, before, after);
    }

    @Override
    public void revert(Sql sql) throws SQLException {
        put(sql, after, before);
    }

    private void put(Sql sql, String old, String now) throws SQLException {
        sql.run("UPDATE language SET tag = ? WHERE id = ?", now, language);
        sql.run("UPDATE exchange SET source_tag = ? WHERE source_tag = ?", now, old);
        sql.run("UPDATE exchange SET target_tag = ? WHERE target_tag = ?", now, old);
    }
}
