package org.hydraworkbench.project.base;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.store.Sql;

/** Pairs that were not excluded became so, or the other way round. */
public record ExclusionChange(long[] ids, boolean excluded) implements Undoable {

    @Override
    public JsonObject json() {
        JsonArray array = new JsonArray(ids.length);
        Arrays.stream(ids).forEach(array::add);
        JsonObject json = new JsonObject();
        json.add("ids", array);
        json.addProperty("excluded", excluded);
        return json;
    }

    @Override
    public void apply(Sql sql) throws SQLException {
        put(sql, excluded);
    }

    @Override
    public void revert(Sql sql) throws SQLException {
        put(sql, !excluded);
    }

    private void put(Sql sql, boolean value) throws SQLException {
        sql.many(
                "UPDATE pair SET excluded = ? WHERE id = ?",
                () -> Arrays.stream(ids).mapToObj(id -> new Object[] {value, id}).iterator());
    }

    @Override
    public Set<Long> pairs() {
        return ids.length > NAMED_PAIRS
                ? Set.of()
                : Arrays.stream(ids).boxed().collect(Collectors.toUnmodifiableSet());
    }
}
