package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Set;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** A person's note on a pair came, changed or went. */
public record NoteChange(long pair, @Nullable Remark before, @Nullable Remark after) implements Undoable {

    @Override
    public JsonObject json() {
        return Remark.json(pair, before, after);
    }

    @Override
    public void apply(Sql sql) throws SQLException {
        Remark.put(sql, "note", "text", pair, before, after);
    }

    @Override
    public void revert(Sql sql) throws SQLException {
        Remark.put(sql, "note", "text", pair, after, before);
    }

    @Override
    public Set<Long> pairs() {
        return Set.of(pair);
    }
}
