package org.hydraworkbench.project.edits;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.base.Choice;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.base.LinkChange;
import org.hydraworkbench.project.base.LinkRow;
import org.hydraworkbench.project.base.NoteChange;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.Remark;
import org.hydraworkbench.project.base.ReviewChange;
import org.hydraworkbench.project.base.Undoable;
import org.hydraworkbench.project.corpora.PairStatus;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.Characters;
import org.hydraworkbench.text.Offsets;
import org.hydraworkbench.text.Span;
import org.jspecify.annotations.Nullable;

/** What people say of links and pairs. Every change is one action of the {@link History}. Safe for use by several threads. */
public final class Edits {

    private static final int NAME_CHARACTERS = 24;

    private static final Choice<LinkState> STATES = Choice.of(LinkState.values(), state -> switch (state) {
        case SURE -> "sure";
        case POSSIBLE -> "possible";
        case REJECTED -> "rejected";
    });

    private record Texts(String source, String target) {}

    private final Database database;
    private final History history;
    private final People people;

    public Edits(Database database, History history, People people) {
        this.database = database;
        this.history = history;
        this.people = people;
    }

    /**
     * Names the present state of all edits. Undoing an edit brings the former number back; a new edit always gets a number that
     * was never used.
     */
    public long revision() throws HydraException {
        return history.revision(Undoable.Scope.EDITS);
    }

    /** The link edits of a pair, oldest first; where two cover the same units the later holds. */
    public List<LinkEdit> of(long pairId) throws HydraException {
        return database.read(sql -> sql.list(
                "SELECT e.*, p.name AS author FROM link_edit e JOIN person p ON p.id = e.person WHERE pair = ? ORDER BY e.id",
                Edits::linkEdit,
                pairId));
    }

    /** The pairs that have link edits. */
    public List<Long> editedPairs() throws HydraException {
        return database.read(
                sql -> sql.list("SELECT DISTINCT pair FROM link_edit ORDER BY pair", row -> row.number("pair")));
    }

    /** Says what a link is; null takes back what anybody said, so that the machine's word holds. False when that was so already. */
    public boolean setLink(long pairId, Span source, Span target, @Nullable LinkState state) throws HydraException {
        Texts texts = texts(pairId);
        String what = "‘" + shown(texts.source(), source) + "’ – ‘" + shown(texts.target(), target) + "’";
        String name = switch (state) {
            case SURE -> "Link " + what;
            case POSSIBLE -> "Possible link " + what;
            case REJECTED -> "No link " + what;
            case null -> "Clear link " + what;
        };
        return setLinks(name, List.of(new LinkRequest(pairId, source, target, state)));
    }

    /**
     * Says what many links are, as one action.
     *
     * @param name what to call the action, for undo
     * @return false when all was so already
     * @throws HydraException when a span lies outside its text or holds no character
     */
    public boolean setLinks(String name, Collection<LinkRequest> requests) throws HydraException {
        return history.perform(name, Undoable.Scope.EDITS, sql -> {
            long id = next(sql, "link_edit");
            long person = people.presentId(sql);
            String now = Instant.now().toString();
            List<Undoable> changes = new ArrayList<>();
            for (LinkRequest request : anchored(sql, requests)) {
                List<LinkRow> said = rows(sql, request);
                LinkState state = request.state();
                if (state == null) {
                    for (LinkRow one : said) {
                        changes.add(change(request, one, null));
                    }
                } else if (said.isEmpty() || !said.getLast().state().equals(STATES.code(state))) {
                    LinkRow own =
                            said.stream().filter(row -> row.person() == person).findFirst().orElse(null);
                    changes.add(change(request, own, new LinkRow(id++, STATES.code(state), person, now)));
                }
            }
            return changes;
        });
    }

    /** The requests without spaces around their spans; of several for one link the last. */
    private static Collection<LinkRequest> anchored(Sql sql, Collection<LinkRequest> requests)
            throws SQLException, HydraException {
        Map<LinkRequest, LinkRequest> last = new LinkedHashMap<>(); // by link, which is a request without a state
        for (LinkRequest request : requests) {
            Texts texts = texts(sql, request.pairId());
            Span source = anchor(texts.source(), request.source());
            Span target = anchor(texts.target(), request.target());
            last.put(
                    new LinkRequest(request.pairId(), source, target, null),
                    new LinkRequest(request.pairId(), source, target, request.state()));
        }
        return last.values();
    }

    private static Undoable change(
            LinkRequest link, @Nullable LinkRow before, @Nullable LinkRow after) {
        Span source = link.source();
        Span target = link.target();
        return new LinkChange(
                link.pairId(), source.start(), source.end(), target.start(), target.end(), before, after);
    }

    /** Confirms a pair, or takes that back. */
    public boolean confirm(long pairId, boolean confirmed) throws HydraException {
        return review(pairId, confirmed ? PairStatus.CONFIRMED : null);
    }

    /**
     * Says what a pair is as a whole; null takes back what was said.
     *
     * @throws IllegalArgumentException for a status that is not for a person to say
     */
    public boolean review(long pairId, @Nullable PairStatus status) throws HydraException {
        if (status != null && !status.isReview()) {
            throw new IllegalArgumentException("a person cannot set " + status);
        }
        String name = switch (status) {
            case CONFIRMED -> "Confirm a sentence";
            case REJECTED -> "Reject a sentence";
            case NEEDS_REVIEW -> "Put a sentence aside for review";
            case null, default -> "Clear the review of a sentence";
        };
        return history.perform(name, Undoable.Scope.EDITS, sql -> {
            texts(sql, pairId);
            List<Remark> said = remarks(sql, "review", "state", pairId);
            if (status == null) {
                return said.stream().<Undoable>map(one -> new ReviewChange(pairId, one, null)).toList();
            }
            return holds(said, status.code())
                    ? List.of()
                    : List.of(new ReviewChange(pairId, own(sql, said), remarkNow(sql, "review", status.code())));
        });
    }

    /** The note on a pair; of several people the newest. */
    public Optional<String> noteOf(long pairId) throws HydraException {
        return database.read(sql -> remarks(sql, "note", "text", pairId)).stream()
                .reduce((older, newer) -> newer)
                .map(Remark::value);
    }

    /** Writes a note on a pair; an empty text removes what anybody wrote. */
    public boolean note(long pairId, String text) throws HydraException {
        String name = text.isBlank() ? "Remove a note" : "Note ‘" + shortened(text) + "’";
        return history.perform(name, Undoable.Scope.EDITS, sql -> {
            texts(sql, pairId);
            List<Remark> said = remarks(sql, "note", "text", pairId);
            if (text.isBlank()) {
                return said.stream().<Undoable>map(one -> new NoteChange(pairId, one, null)).toList();
            }
            return holds(said, text)
                    ? List.of()
                    : List.of(new NoteChange(pairId, own(sql, said), remarkNow(sql, "note", text)));
        });
    }

    /** Whether the newest of what people said is this. */
    private static boolean holds(List<Remark> said, String value) {
        return !said.isEmpty() && said.getLast().value().equals(value);
    }

    /** What the person at work said before. */
    private @Nullable Remark own(Sql sql, List<Remark> said) throws SQLException {
        long person = people.presentId(sql);
        return said.stream().filter(one -> one.person() == person).findFirst().orElse(null);
    }

    private static LinkEdit linkEdit(org.hydraworkbench.store.Row row) throws SQLException {
        return new LinkEdit(
                row.number("pair"),
                new Span(row.integer("source_start"), row.integer("source_end")),
                new Span(row.integer("target_start"), row.integer("target_end")),
                row.choice("state", STATES),
                row.text("author"),
                row.instant("time"));
    }

    /** What people said of a link, oldest first. */
    private static List<LinkRow> rows(Sql sql, LinkRequest link) throws SQLException {
        return sql.list(
                "SELECT * FROM link_edit WHERE pair = ? AND source_start = ? AND source_end = ? AND target_start = ?"
                        + " AND target_end = ? ORDER BY id",
                row -> new LinkRow(
                        row.number("id"), row.text("state"), row.number("person"), row.text("time")),
                link.pairId(), link.source().start(), link.source().end(), link.target().start(), link.target().end());
    }

    /** What people said of a pair, oldest first. */
    private static List<Remark> remarks(Sql sql, String table, String column, long pair) throws SQLException {
        return sql.list(
                "SELECT id, " + column + ", person, time FROM " + table + " WHERE pair = ? ORDER BY id",
                row -> new Remark(row.number("id"), row.text(column), row.number("person"), row.text("time")),
                pair);
    }

    private Remark remarkNow(Sql sql, String table, String value) throws SQLException {
        return new Remark(next(sql, table), value, people.presentId(sql), Instant.now().toString());
    }

    /** An id that no row of a table has or ever had. */
    private static long next(Sql sql, String table) throws SQLException {
        return sql.number("SELECT seq FROM sqlite_sequence WHERE name = ?", table) + 1;
    }

    private Texts texts(long pairId) throws HydraException {
        return database.read(sql -> texts(sql, pairId));
    }

    private static Texts texts(Sql sql, long pairId) throws SQLException, HydraException {
        return sql.first(
                        "SELECT source, target FROM pair WHERE id = ?",
                        row -> new Texts(row.text("source"), row.text("target")),
                        pairId)
                .orElseThrow(() -> new InputException("There is no pair " + pairId + " in this project."));
    }

    /**
     * The span without spaces at its ends, as tokens of many tokenizers begin with one that belongs to no word; one of spaces only
     * stays as it is.
     */
    private static Span anchor(String text, Span span) throws UsageException {
        Offsets offsets = Offsets.of(text);
        if (span.end() > offsets.codePoints()) {
            throw new UsageException("Characters %d to %d lie outside a text of %d."
                    .formatted(span.start(), span.end(), offsets.codePoints()));
        }
        int start = span.start();
        int end = span.end();
        while (start < end && Characters.isSpace(offsets.codePointAt(start))) {
            start++;
        }
        while (end > start && Characters.isSpace(offsets.codePointAt(end - 1))) {
            end--;
        }
        if (span.isEmpty()) {
            throw new UsageException("This unit stands for no character of the text, so it cannot be linked by hand.");
        }
        if (start == end) {
            return span;
        }
        return new Span(start, end);
    }

    private static String shown(String text, Span span) throws UsageException {
        return shortened(Offsets.of(text).slice(anchor(text, span)));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= NAME_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, NAME_CHARACTERS - 1)) + "…";
    }
}
