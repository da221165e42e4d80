package org.hydraworkbench.project.base;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.base.Reasons;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;
import org.jspecify.annotations.Nullable;

/**
 * What was done, to be undone and redone: a list in the project file, so it survives restarts. A new action clears what could
 * be redone. Safe for use by several threads.
 */
public final class History {

    /** Works out, inside the transaction that will make them, which changes an action consists of. */
    @FunctionalInterface
    public interface Plan {
        List<Undoable> changes(Sql sql) throws SQLException, HydraException;
    }

    /**
     * Something that was done.
     *
     * @param name what it is called
     * @param author who did it
     * @param time when
     * @param undone whether it was taken back, and can be done again
     */
    public record Entry(String name, String author, Instant time, boolean undone) {}

    private record Action(long id, String name, Undoable.Scope scope) {}

    private record Stored(String type, String body) {}

    static final String TO_UNDO = "SELECT id, name, scope FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1";
    static final String TO_REDO = "SELECT id, name, scope FROM action WHERE undone = 1 ORDER BY id LIMIT 1";
    static final String FORGET_UNDONE = "DELETE FROM action WHERE undone = 1";

    /** Done for good: it can no longer be taken back, and is not in the way of what was done before it. */
    private static final String SETTLE = "UPDATE action SET undone = 2 WHERE id = ?";

    private final Database database;
    private final People people;
    private final ProjectEvents events;

    public History(Database database, People people, ProjectEvents events) {
        this.database = database;
        this.people = people;
        this.events = events;
    }

    /** The name of the action that {@link #undo} would take back. */
    public Optional<String> undoName() throws HydraException {
        return database.read(History::toUndo).map(Action::name);
    }

    /** The name of the action that {@link #redo} would do again. */
    public Optional<String> redoName() throws HydraException {
        return database.read(History::toRedo).map(Action::name);
    }

    /** What the action consists of that {@link #undo} would take back; nothing when there is none. */
    public List<Undoable> undoing() throws HydraException {
        return database.read(sql -> changes(sql, toUndo(sql)));
    }

    /** What the action consists of that {@link #redo} would do again; nothing when there is none. */
    public List<Undoable> redoing() throws HydraException {
        return database.read(sql -> changes(sql, toRedo(sql)));
    }

    /**
     * Takes back the last action; its name, or empty when there is none.
     *
     * @throws InputException when it can no longer be taken back. Then it stays done, and the next undo takes back what was done before it
     */
    public Optional<String> undo() throws HydraException {
        AtomicReference<@Nullable Action> tried = new AtomicReference<>();
        try {
            return move(true, tried);
        } catch (InputException e) {
            Action action = tried.get();
            if (action == null) {
                throw e;
            }
            database.change(sql -> sql.run(SETTLE, action.id()));
            events.tell(ProjectChange.of(action.scope().news()));
            throw new InputException(e.getMessage() + " That stays as it is; undo once more to take back what was done before it.", e);
        }
    }

    /** Does again the action that was undone last; its name, or empty when there is none. */
    public Optional<String> redo() throws HydraException {
        return move(false, new AtomicReference<>());
    }

    /** What was done last, newest first; what was undone before it. */
    public List<Entry> entries(int limit) throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT a.name, p.name AS author, a.time, a.undone = 1 AS undone FROM action a JOIN person p ON p.id = a.person"
                        + " ORDER BY a.id DESC LIMIT ?",
                row -> new Entry(row.text("name"), row.text("author"), row.instant("time"), row.flag("undone")),
                limit));
    }

    /** Does an action. Nothing is entered when it changes nothing; then the answer is false. */
    public boolean perform(String name, Undoable.Scope scope, Plan plan) throws HydraException {
        Set<Long> pairs = new HashSet<>();
        boolean changed = database.write(sql -> {
            List<Undoable> changes = plan.changes(sql);
            if (changes.isEmpty()) {
                return false;
            }
            sql.run(FORGET_UNDONE);
            long action = sql.insert(
                    "INSERT INTO action (name, scope, person, time) VALUES (?, ?, ?, ?)",
                    name, scope.code(), people.presentId(sql), Instant.now().toString());
            int position = 0;
            for (Undoable change : changes) {
                change.apply(sql);
                pairs.addAll(change.pairs());
                sql.run(
                        "INSERT INTO action_change (action, position, type, body) VALUES (?, ?, ?, ?)",
                        action, position++, change.type(), change.json().toString());
            }
            return true;
        });
        if (changed) {
            events.tell(new ProjectChange(scope.news(), Set.copyOf(pairs)));
        }
        return changed;
    }

    /**
     * The number of the last action of a scope that is done, 0 before the first. Equal numbers mean an equal state: undoing
     * brings the former number back, and no number is used twice.
     */
    public long revision(Undoable.Scope scope) throws HydraException {
        return database.read(
                sql -> sql.number("SELECT max(id) FROM action WHERE scope = ? AND undone = 0", scope.code()));
    }

    /** Forgets all actions; what they did stays. Only for a project that nobody has edited yet. */
    public void forget() throws HydraException {
        database.change(sql -> sql.run("DELETE FROM action"));
    }

    /** @param tried is given the action once it is understood, before anything is done about it */
    private Optional<String> move(boolean back, AtomicReference<@Nullable Action> tried) throws HydraException {
        Set<Long> pairs = new HashSet<>();
        Optional<Action> moved = database.write(sql -> {
            Optional<Action> found = back ? toUndo(sql) : toRedo(sql);
            if (found.isPresent()) {
                Action action = found.get();
                List<Undoable> changes = changes(sql, found);
                tried.set(action);
                for (Undoable change : back ? changes.reversed() : changes) {
                    if (back) {
                        change.revert(sql);
                    } else {
                        change.apply(sql);
                    }
                    pairs.addAll(change.pairs());
                }
                sql.run("UPDATE action SET undone = ? WHERE id = ?", back, action.id());
            }
            return found;
        });
        if (moved.isPresent()) {
            events.tell(new ProjectChange(moved.get().scope().news(), Set.copyOf(pairs)));
        }
        return moved.map(Action::name);
    }

    /** What an action consists of, in the order in which it was done. */
    private static List<Undoable> changes(Sql sql, Optional<Action> action) throws SQLException {
        if (action.isEmpty()) {
            return List.of();
        }
        List<Stored> stored = sql.list(
                "SELECT type, body FROM action_change WHERE action = ? ORDER BY position",
                row -> new Stored(row.text("type"), row.text("body")),
                action.get().id());
        List<Undoable> changes = new ArrayList<>();
        try {
            for (Stored one : stored) {
                changes.add(Undoable.read(one.type(), JsonFields.parse(one.body())));
            }
        } catch (InputException e) {
            throw new SQLDataException(Reasons.of(e), e);
        }
        return changes;
    }

    private static Optional<Action> toUndo(Sql sql) throws SQLException {
        return action(sql, TO_UNDO);
    }

    private static Optional<Action> toRedo(Sql sql) throws SQLException {
        return action(sql, TO_REDO);
    }

    private static Optional<Action> action(Sql sql, String query) throws SQLException {
        return sql.first(
                query,
                row -> new Action(row.number("id"), row.text("name"), row.choice("scope", Undoable.Scope.CODES)));
    }
}
