package org.hydraworkbench.project.base;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** One change that a person can undo: what was there before and what is there after, so that either can be put back. */
public sealed interface Undoable {

    /** What an action changes; each scope has its own revision. */
    enum Scope {
        EDITS(ProjectChange.Kind.EDITS),
        EXCLUSIONS(ProjectChange.Kind.CORPORA),
        CORPORA(ProjectChange.Kind.CORPORA),
        LANGUAGES(ProjectChange.Kind.INFO),
        POINTERS(ProjectChange.Kind.CURRENT);

        /** How a scope is stored. */
        static final Choice<Scope> CODES = Choice.of(values(), scope -> switch (scope) {
            case EDITS -> "edits";
            case EXCLUSIONS -> "exclusions";
            case CORPORA -> "corpora";
            case LANGUAGES -> "languages";
            case POINTERS -> "pointers";
        });

        private final ProjectChange.Kind news;

        Scope(ProjectChange.Kind news) {
            this.news = news;
        }

        ProjectChange.Kind news() {
            return news;
        }

        String code() {
            return CODES.code(this);
        }
    }

    /** More pairs than this are not named one by one in the news. */
    int NAMED_PAIRS = 1000;

    /** @throws InputException when it can no longer be done again, as a sentence */
    void apply(Sql sql) throws SQLException, InputException;

    /** @throws InputException when it can no longer be taken back, as a sentence */
    void revert(Sql sql) throws SQLException, InputException;

    /** The pairs concerned. */
    default Set<Long> pairs() {
        return Set.of();
    }

    /** How the kind of change is stored. */
    default String type() {
        return switch (this) {
            case LinkChange c -> "link";
            case ReviewChange c -> "review";
            case NoteChange c -> "note";
            case ExclusionChange c -> "exclusion";
            case CorpusChange c -> "corpus";
            case LanguageChange c -> "language";
            case PointerChange c -> "pointer";
        };
    }

    /** What is stored of it. */
    JsonObject json();

    /** A change that was stored. */
    static Undoable read(String type, JsonFields in) throws InputException {
        Undoable change = switch (type) {
            case "link" -> LinkChange.read(in);
            case "review" -> new ReviewChange(in.longInteger("pair", 0), Remark.read(in, "before"), Remark.read(in, "after"));
            case "note" -> new NoteChange(in.longInteger("pair", 0), Remark.read(in, "before"), Remark.read(in, "after"));
            case "exclusion" -> new ExclusionChange(in.longIntegers("ids"), in.flag("excluded", true));
            case "corpus" -> new CorpusChange(
                    in.longInteger("corpus", 0),
                    in.choice("field", CorpusField.CODES, CorpusField.NAME),
                    in.requiredText("before"),
                    in.requiredText("after"));
            case "language" ->
                new LanguageChange(in.longInteger("language", 0), in.requiredText("before"), in.requiredText("after"));
            case "pointer" -> new PointerChange(
                    in.requiredText("slot"), longOrNull(in, "before"), longOrNull(in, "after"));
            default -> throw new InputException("The history holds a kind of change that this version does not know: " + type + ".");
        };
        in.end();
        return change;
    }

    private static @Nullable Long longOrNull(JsonFields in, String name) throws InputException {
        return in.has(name) ? Long.valueOf(in.longInteger(name, 0)) : null;
    }

    /** A link edit as its row has it; {@code state} is the stored code. */
    record LinkRow(long id, String state, long person, String time) {

        private JsonObject json() {
            JsonObject json = new JsonObject();
            json.addProperty("id", id);
            json.addProperty("state", state);
            json.addProperty("person", person);
            json.addProperty("time", time);
            return json;
        }

        private static @Nullable LinkRow read(JsonFields in, String name) throws InputException {
            if (!in.has(name)) {
                return null;
            }
            JsonFields row = in.object(name);
            return new LinkRow(
                    row.longInteger("id", 0),
                    row.requiredText("state"),
                    row.longInteger("person", 0),
                    row.requiredText("time"));
        }
    }

    /** What a person says of a link came, changed or went. */
    record LinkChange(
            long pair,
            int sourceStart,
            int sourceEnd,
            int targetStart,
            int targetEnd,
            @Nullable LinkRow before,
            @Nullable LinkRow after)
            implements Undoable {

        private static LinkChange read(JsonFields in) throws InputException {
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
                sql.run("DELETE FROM link_edit WHERE id = ?", old.id);
            }
            if (now != null) {
                sql.run(
                        "INSERT INTO link_edit (id, pair, source_start, source_end, target_start, target_end, state, person,"
                                + " time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        now.id, pair, sourceStart, sourceEnd, targetStart, targetEnd, now.state, now.person, now.time);
            }
        }

        @Override
        public Set<Long> pairs() {
            return Set.of(pair);
        }
    }

    /**
     * A person's review or note as its row has it; {@code value} is the state or the text. It comes back under its id, as of several
     * people the highest holds; 0, as version 1 stored none, for the next.
     */
    record Remark(long id, String value, long person, String time) {

        private JsonObject json() {
            JsonObject json = new JsonObject();
            json.addProperty("id", id);
            json.addProperty("value", value);
            json.addProperty("person", person);
            json.addProperty("time", time);
            return json;
        }

        private static @Nullable Remark read(JsonFields in, String name) throws InputException {
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

        private static JsonObject json(long pair, @Nullable Remark before, @Nullable Remark after) {
            JsonObject json = new JsonObject();
            json.addProperty("pair", pair);
            json.add("before", before == null ? null : before.json());
            json.add("after", after == null ? null : after.json());
            return json;
        }

        private static void put(Sql sql, String table, String column, long pair, @Nullable Remark old, @Nullable Remark now)
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

    /** What a person says of a whole pair came, changed or went. */
    record ReviewChange(long pair, @Nullable Remark before, @Nullable Remark after) implements Undoable {

        @Override
        public JsonObject json() {
            return Remark.json(pair, before, after);
        }

        @Override
        public void apply(Sql sql) throws SQLException {
            Remark.put(sql, "review", "state", pair, before, after);
        }

        @Override
        public void revert(Sql sql) throws SQLException {
            Remark.put(sql, "review", "state", pair, after, before);
        }

        @Override
        public Set<Long> pairs() {
            return Set.of(pair);
        }
    }

    /** A person's note on a pair came, changed or went. */
    record NoteChange(long pair, @Nullable Remark before, @Nullable Remark after) implements Undoable {

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

    /** Pairs that were not excluded became so, or the other way round. */
    record ExclusionChange(long[] ids, boolean excluded) implements Undoable {

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

    /** What a person can change of a corpus. */
    enum CorpusField {
        NAME("name"),
        ROLE("role"),
        LICENCE("licence"),
        /** {@code 1} for a corpus that was taken out of the project, else {@code 0}. */
        REMOVED("removed");

        static final Choice<CorpusField> CODES = Choice.of(values(), field -> field.column);

        private final String column;

        CorpusField(String column) {
            this.column = column;
        }

        /** The column of the table {@code corpus}. */
        public String column() {
            return column;
        }
    }

    /** A field of a corpus has another value; both as stored. */
    record CorpusChange(long corpus, CorpusField field, String before, String after) implements Undoable {

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

    /** A language is called by another tag; everything in that language follows, and what was asked and answered by the tag. */
    record LanguageChange(long language, String before, String after) implements Undoable {

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

    /** Another artefact, or none, became the current one of a slot, which is named as it is stored. */
    record PointerChange(String slot, @Nullable Long before, @Nullable Long after) implements Undoable {

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
}
