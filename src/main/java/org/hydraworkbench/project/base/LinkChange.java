package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** What a person says of a link came, changed or went. */
public record LinkChange(
        long pair,
        int sourceStart,
        int sourceEnd,
        int targetStart,
        int targetEnd,
        @Nullable LinkRow before,
        @Nullable LinkRow after)
        implements Undoable {

    static LinkChange read(JsonFields in) throws InputException {
        return new LinkChange(
                in.longInteger("pair", 0),
                in.integer("sourceStart", 0, 0, Integer.MAX_VALUE),
                in.integer("sourceEnd", 0, 0, Integer.MAX_VALUE),
                in.integer("targetStart", 0, 0, Integer.MAX_VALUE),
                in.integer("targetEnd", 0, 0, Integer.MAX_VALUE),
                LinkRow.read(in, "before"),
                LinkRow.read(in, "after"));
    }

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("pair", pair);
        json.addProperty("sourceStart", sourceStart);
        json.addProperty("sourceEnd", sourceEnd);
        json.addProperty("targetStart", targetStart);
        json.addProperty("targetEnd", targetEnd);
        json.add("before", before == null ? null : before.json());
        json.add("after", after == null ? null : after.json());
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

    private void put(Sql sql, @Nullable LinkRow old, @Nullable LinkRow now) throws SQLException {
        if (old != null) {
            sql.run("DELETE FROM link_edit WHERE id = ?", old.id());
        }
        if (now != null) {
            sql.run(
                    "INSERT INTO link_edit (id, pair, source_start, source_end, target_start, target_end, state, person,"
                            + " time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    now.id(), pair, sourceStart, sourceEnd, targetStart, targetEnd, now.state(), now.person(), now.time());
        }
    }

    @Override
    public Set<Long> pairs() {
        return Set.of(pair);
    }
}
