package org.hydraworkbench.project;

import com.google.gson.Gson;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/** One change that a person can undo: what was there before and what is there after, so that either can be put back. */
sealed interface Undoable {

    /** What an action changes; each scope has its own revision. */
    enum Scope {
        EDITS(ProjectChange.Kind.EDITS),
        EXCLUSIONS(ProjectChange.Kind.CORPORA),
        POINTERS(ProjectChange.Kind.CURRENT);

        private final ProjectChange.Kind news;

        Scope(ProjectChange.Kind news) {
            this.news = news;
        }

        ProjectChange.Kind news() {
            return news;
        }
    }

    /** More pairs than this are not named one by one in the news. */
    int NAMED_PAIRS = 1000;

    void apply(Sql sql) throws SQLException;

    void revert(Sql sql) throws SQLException;

    /** The pairs concerned. */
    Set<Long> pairs();

    /** How a change is written into the history. */
    default String type() {
        return getClass().getSimpleName();
    }

    default String body(Gson gson) {
        return gson.toJson(this);
    }

    static Undoable read(Gson gson, String type, String body) {
        for (Class<?> known : Undoable.class.getPermittedSubclasses()) {
            if (known.getSimpleName().equals(type)) {
                return (Undoable) gson.fromJson(body, known);
            }
        }
        throw new IllegalStateException("unknown kind of change in the history: " + type);
    }

    /** A link edit as its row has it. */
    record LinkRow(long id, String state, long person, String time) {}

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

        @Override
        public void apply(Sql sql) throws SQLException {
            put(sql, after);
        }

        @Override
        public void revert(Sql sql) throws SQLException {
            put(sql, before);
        }

        private void put(Sql sql, @Nullable LinkRow row) throws SQLException {
            sql.run(
                    "DELETE FROM link_edit WHERE pair = ? AND source_start = ? AND source_end = ? AND target_start = ?"
                            + " AND target_end = ?",
                    pair, sourceStart, sourceEnd, targetStart, targetEnd);
            if (row != null) {
                sql.run(
                        "INSERT INTO link_edit (id, pair, source_start, source_end, target_start, target_end, state, person,"
                                + " time) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        row.id, pair, sourceStart, sourceEnd, targetStart, targetEnd, row.state, row.person, row.time);
            }
        }

        @Override
        public Set<Long> pairs() {
            return Set.of(pair);
        }
    }

    /** A review or a note as its row has it; {@code value} is the state or the text. */
    record Remark(String value, long person, String time) {}

    /** What a person says of a whole pair came, changed or went. */
    record ReviewChange(long pair, @Nullable Remark before, @Nullable Remark after) implements Undoable {

        @Override
        public void apply(Sql sql) throws SQLException {
            put(sql, "review", "state", pair, after);
        }

        @Override
        public void revert(Sql sql) throws SQLException {
            put(sql, "review", "state", pair, before);
        }

        @Override
        public Set<Long> pairs() {
            return Set.of(pair);
        }

        static void put(Sql sql, String table, String column, long pair, @Nullable Remark remark) throws SQLException {
            sql.run("DELETE FROM " + table + " WHERE pair = ?", pair);
            if (remark != null) {
                sql.run(
                        "INSERT INTO " + table + " (pair, " + column + ", person, time) VALUES (?, ?, ?, ?)",
                        pair, remark.value, remark.person, remark.time);
            }
        }
    }

    /** A note on a pair came, changed or went. */
    record NoteChange(long pair, @Nullable Remark before, @Nullable Remark after) implements Undoable {

        @Override
        public void apply(Sql sql) throws SQLException {
            ReviewChange.put(sql, "note", "text", pair, after);
        }

        @Override
        public void revert(Sql sql) throws SQLException {
            ReviewChange.put(sql, "note", "text", pair, before);
        }

        @Override
        public Set<Long> pairs() {
            return Set.of(pair);
        }
    }

    /** Pairs that were not excluded became so, or the other way round. */
    record ExclusionChange(long[] ids, boolean excluded) implements Undoable {

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

    /** Another artefact, or none, became the current one of a kind and role. */
    record PointerChange(String kind, String role, @Nullable Long before, @Nullable Long after) implements Undoable {

        @Override
        public void apply(Sql sql) throws SQLException {
            put(sql, after);
        }

        @Override
        public void revert(Sql sql) throws SQLException {
            put(sql, before);
        }

        private void put(Sql sql, @Nullable Long artefact) throws SQLException {
            sql.run("DELETE FROM current WHERE kind = ? AND role = ?", kind, role);
            if (artefact != null) {
                sql.run("INSERT INTO current (kind, role, artefact) VALUES (?, ?, ?)", kind, role, artefact);
            }
        }

        @Override
        public Set<Long> pairs() {
            return Set.of();
        }
    }
}
