package org.hydraworkbench.project.base;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Optional;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.store.Sql;

/** A field of a corpus has another value; both as stored. */
public record CorpusChange(long corpus, CorpusField field, String before, String after) implements Undoable {

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("corpus", corpus);
        json.addProperty("field", CorpusField.CODES.code(field));
        json.addProperty("before", before);
        json.addProperty("after", after);
        return json;
    }

    @Override
    public void apply(Sql sql) throws SQLException, InputException {
        put(sql, after);
    }

    @Override
    public void revert(Sql sql) throws SQLException, InputException {
        put(sql, before);
    }

    private void put(Sql sql, String value) throws SQLException, InputException {
        if (field == CorpusField.REMOVED && value.equals("0")) {
            requireNotImportedAgain(sql);
        }
        sql.run("UPDATE corpus SET " + field.column() + " = ? WHERE id = ?", value, corpus);
    }

    /** The parts of one import have one time. */
    private void requireNotImportedAgain(Sql sql) throws SQLException, InputException {
        record Again(String name, String as) {}
        Optional<Again> again = sql.first(
                "SELECT c.name, h.name AS again FROM corpus c JOIN corpus_here h ON h.whole = c.whole AND h.imported <> c.imported"
                        + " WHERE c.id = ?",
                row -> new Again(row.text("name"), row.text("again")),
                corpus);
        if (again.isPresent()) {
            throw new InputException("The corpus “%s” cannot come back: its text was imported again, as the corpus “%s”."
                    .formatted(again.get().name(), again.get().as()));
        }
    }
}
