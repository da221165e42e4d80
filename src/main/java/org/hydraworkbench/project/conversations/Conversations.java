package org.hydraworkbench.project.conversations;

import com.google.gson.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.project.base.Languages;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.ProjectEvents;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Row;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.LanguageTag;

/** The conversations of a project: at any time the last one goes on. Safe for use by several threads. */
public final class Conversations {

    private final Database database;
    private final People people;
    private final ProjectEvents events;

    public Conversations(Database database, People people, ProjectEvents events) {
        this.database = database;
        this.people = people;
        this.events = events;
    }

    /** The exchanges of the conversation that goes on, oldest first. */
    public List<Exchange> current() throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT e.*, p.name AS author FROM exchange e JOIN person p ON p.id = e.person"
                        + " WHERE e.conversation = (SELECT max(id) FROM conversation) ORDER BY e.id",
                Conversations::exchange));
    }

    /** Every exchange of any conversation whose answer a person put right, oldest first. */
    public List<Exchange> corrected() throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT e.*, p.name AS author FROM exchange e JOIN person p ON p.id = e.person WHERE e.correction <> '' ORDER BY e.id",
                Conversations::exchange));
    }

    /** Begins another conversation; those before it stay in the project. */
    public void begin() throws HydraException {
        database.change(this::begin);
        events.tell(ProjectChange.of(ProjectChange.Kind.CONVERSATIONS));
    }

    private void begin(Sql sql) throws SQLException {
        sql.run(
                "INSERT INTO conversation (person, started) VALUES (?, ?)",
                people.presentId(sql), Instant.now().toString());
    }

    /** What is typed and not sent yet. */
    public String draft() throws HydraException {
        return database.read(sql -> sql.first("SELECT draft FROM project", row -> row.text("draft")).orElse(""));
    }

    /** Notes what is typed and not sent yet. */
    public void keepDraft(String text) throws HydraException {
        database.change(sql -> sql.run("UPDATE project SET draft = ?", text));
    }

    /** Adds an exchange that has ended, between any two languages, to the conversation that goes on; its id. */
    public long add(
            LanguageTag from, LanguageTag to, String question, String answer, Exchange.State state, JsonObject details)
            throws HydraException {
        long id = database.write(sql -> {
            if (sql.number("SELECT count(*) FROM conversation") == 0) {
                begin(sql);
            }
            return sql.insert(
                    "INSERT INTO exchange (conversation, source_tag, target_tag, question, answer, state, details,"
                            + " person, time) VALUES ((SELECT max(id) FROM conversation), ?, ?, ?, ?, ?, ?, ?, ?)",
                    from.toString(),
                    to.toString(),
                    question,
                    answer,
                    Exchange.State.CODES.code(state),
                    details.toString(),
                    people.presentId(sql),
                    Instant.now().toString());
        });
        events.tell(ProjectChange.of(ProjectChange.Kind.CONVERSATIONS));
        return id;
    }

    /** Notes how a person put an answer right; an empty text takes that back. It is then no pair of the project yet. */
    public void correct(long exchange, String correction) throws HydraException {
        change(exchange, sql -> sql.run("UPDATE exchange SET correction = ?, pair = NULL WHERE id = ?", correction, exchange));
    }

    /** Notes that a correction became a pair of the project. */
    public void keep(long exchange, long pair) throws HydraException {
        change(exchange, sql -> {
            if (sql.number("SELECT count(*) FROM pair WHERE id = ?", pair) == 0) {
                throw new InputException("There is no pair " + pair + " in this project.");
            }
            return sql.run("UPDATE exchange SET pair = ? WHERE id = ?", pair, exchange);
        });
    }

    /** Makes a change that touches a row when there is the exchange. */
    private void change(long exchange, Database.Transaction<Integer> change) throws HydraException {
        database.change(sql -> {
            if (change.run(sql) == 0) {
                throw new InputException("There is no exchange " + exchange + " in this project.");
            }
        });
        events.tell(ProjectChange.of(ProjectChange.Kind.CONVERSATIONS));
    }

    private static Exchange exchange(Row row) throws SQLException {
        return new Exchange(
                row.number("id"),
                Languages.stored(row.text("source_tag")),
                Languages.stored(row.text("target_tag")),
                row.text("question"),
                row.text("answer"),
                row.choice("state", Exchange.State.CODES),
                Json.own(row.text("details")),
                row.text("correction"),
                row.numberOrNull("pair"),
                row.text("author"),
                row.instant("time"));
    }
}
