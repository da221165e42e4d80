package org.hydraworkbench.project;

import com.google.gson.Gson;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;

/**
 * What was done, to be undone and redone: a list in the project file, so it survives restarts. A new action clears what could
 * be redone. Safe for use by several threads.
 */
public final class History {

    private static final Gson GSON = new Gson();

    /** Works out, inside the transaction that will make them, which changes an action consists of. */
    @FunctionalInterface
    interface Plan {
        List<Undoable> changes(Sql sql) throws SQLException, HydraException;
    }

    private record Action(long id, String name, Undoable.Scope scope) {}

    private final Database database;
    private final People people;
    private final ProjectEvents events;

    History(Database database, People people, ProjectEvents events) {
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

    /** Takes back the last action; its name, or empty when there is none. */
    public Optional<String> undo() throws HydraException {
        return move(true);
    }

    /** Does again the action that was undone last; its name, or empty when there is none. */
    public Optional<String> redo() throws HydraException {
        return move(false);
    }

    /** Does an action. Nothing is entered when it changes nothing; then the answer is false. */
    boolean perform(String name, Undoable.Scope scope, Plan plan) throws HydraException {
        Set<Long> pairs = new HashSet<>();
        boolean changed = database.write(sql -> {
            List<Undoable> changes = plan.changes(sql);
            if (changes.isEmpty()) {
                return false;
            }
            sql.run("DELETE FROM action WHERE undone = 1");
            long action = sql.insert(
                    "INSERT INTO action (name, scope, person, time) VALUES (?, ?, ?, ?)",
                    name, scope.name(), people.presentId(sql), Instant.now().toString());
            int position = 0;
            for (Undoable change : changes) {
                change.apply(sql);
                pairs.addAll(change.pairs());
                sql.run(
                        "INSERT INTO action_change (action, position, type, body) VALUES (?, ?, ?, ?)",
                        action, position++, change.type(), change.body(GSON));
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
    long revision(Undoable.Scope scope) throws HydraException {
        return database.read(
                sql -> sql.number("SELECT max(id) FROM action WHERE scope = ? AND undone = 0", scope.name()));
    }

    /** Forgets all actions; what they did stays. Only for a project that nobody has edited yet. */
    void forget() throws HydraException {
        database.change(sql -> sql.run("DELETE FROM action"));
    }

    private Optional<String> move(boolean back) throws HydraException {
        Set<Long> pairs = new HashSet<>();
        Optional<Action> moved = database.write(sql -> {
            Optional<Action> found = back ? toUndo(sql) : toRedo(sql);
            if (found.isPresent()) {
                Action action = found.get();
                List<Undoable> changes = sql.list(
                        "SELECT type, body FROM action_change WHERE action = ? ORDER BY position",
                        row -> Undoable.read(GSON, row.text("type"), row.text("body")),
                        action.id());
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
        moved.ifPresent(action -> events.tell(new ProjectChange(action.scope().news(), Set.copyOf(pairs))));
        return moved.map(Action::name);
    }

    private static Optional<Action> toUndo(Sql sql) throws SQLException {
        return action(sql, "SELECT id, name, scope FROM action WHERE undone = 0 ORDER BY id DESC LIMIT 1");
    }

    private static Optional<Action> toRedo(Sql sql) throws SQLException {
        return action(sql, "SELECT id, name, scope FROM action WHERE undone = 1 ORDER BY id LIMIT 1");
    }

    private static Optional<Action> action(Sql sql, String query) throws SQLException {
        return sql.first(
                query,
                row -> new Action(row.number("id"), row.text("name"), Undoable.Scope.valueOf(row.text("scope"))));
    }
}
