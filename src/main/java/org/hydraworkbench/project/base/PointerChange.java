package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** Another artefact, or none, became the current one of a slot, which is named as it is stored. */
public record PointerChange(String slot, @Nullable Long before, @Nullable Long after) implements Undoable {

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("slot", slot);
        json.addProperty("before", before);
        json.addProperty("after", after);
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

    private void put(Sql sql, @Nullable Long artefact) throws SQLException {
        sql.run("DELETE FROM current WHERE slot = ?", slot);
        if (artefact != null) {
            sql.run("INSERT INTO current (slot, artefact) VALUES (?, ?)", slot, artefact);
        }
    }
}
