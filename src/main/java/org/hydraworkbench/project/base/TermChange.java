package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * A term of the glossary came, is translated otherwise, or went.
 *
 * @param words its source in small letters
 * @param before what it was; null where it was not there
 * @param after what it is; null where it is not there
 */
public record TermChange(String words, @Nullable Term before, @Nullable Term after) implements Undoable {

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("words", words);
        json.add("before", before == null ? null : before.json());
        json.add("after", after == null ? null : after.json());
        return json;
    }

    @Override
    public void apply(Sql sql) throws SQLException {
        put(sql, after);
    }

    @Override
    public void revert(Sql sql) throws SQLException {
        put(sql, before);
    }

    private void put(Sql sql, @Nullable Term term) throws SQLException {
        sql.run("DELETE FROM term WHERE words = ?", words);
        if (term != null) {
            sql.run("INSERT INTO term (words, source, target) VALUES (?, ?, ?)", words, term.source(), term.target());
        }
    }
}
