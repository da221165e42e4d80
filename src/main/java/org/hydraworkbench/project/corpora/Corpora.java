package org.hydraworkbench.project.corpora;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.base.CorpusChange;
import org.hydraworkbench.project.base.CorpusField;
import org.hydraworkbench.project.base.ExclusionChange;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.base.Languages;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.ProjectChange;
import org.hydraworkbench.project.base.ProjectEvents;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.project.base.Undoable;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Row;
import org.hydraworkbench.store.Sql;

/**
 * The bilingual text of a project. Texts never change and are never deleted; pairs can be excluded and brought back. Safe for
 * use by several threads.
 */
public final class Corpora {

    private static final String INFO = "SELECT c.*, s.tag AS source_tag, t.tag AS target_tag FROM corpus_here c"
            + " JOIN language s ON s.id = c.source_language JOIN language t ON t.id = c.target_language ";

    /** Of one corpus, found by the index of places however many pairs there are before it. */
    static final String FIRST =
            "SELECT source, target FROM pair WHERE corpus = ? AND excluded = 0 ORDER BY ordinal LIMIT ?";

    private final Database database;
    private final History history;
    private final ProjectEvents events;
    private final PairScores.Source scores;
    private final CorpusImport importer;
    private final HoldingOut holdingOut;
    private final SearchIndex search;
    private final PairLists lists;
    private final AtomicLong state = new AtomicLong();

    public Corpora(
            Database database,
            History history,
            People people,
            ProjectEvents events,
            PairScores.Source scores) {
        this.database = database;
        this.history = history;
        this.events = events;
        this.scores = scores;
        this.importer = new CorpusImport(database, people);
        this.holdingOut = new HoldingOut(database, history, people);
        this.search = new SearchIndex(database);
        this.lists = new PairLists(database);
    }

    /** All corpora whose import ended, oldest first. */
    public List<CorpusInfo> list() throws HydraException {
        return database.read(sql -> sql.list(INFO + " ORDER BY c.id", Corpora::info));
    }

    /** A corpus. */
    public CorpusInfo get(long id) throws HydraException {
        return database.read(sql -> sql.first(INFO + " WHERE c.id = ?", Corpora::info, id))
                .orElseThrow(() -> new InputException("There is no corpus " + id + " in this project."));
    }

    /**
     * Reads a file into a new corpus, and what is held out into two more, on the calling thread. They appear when they are complete; when
     * this ends in any other way nothing of them stays. Their text is searched slowly until {@link #index} has run.
     *
     * @return what was read, then what was held out for development and for test
     */
    public List<CorpusInfo> importFrom(ImportRequest request, Progress progress) throws HydraException {
        List<Long> ids = importer.run(request, progress);
        changed();
        List<CorpusInfo> made = new ArrayList<>();
        for (long id : ids) {
            made.add(get(id));
        }
        return made;
    }

    /**
     * Holds source sentences out of what is trained on, with all their pairs, which become a corpus of their own and are excluded from
     * training; one action that can be undone. Their text is searched slowly until {@link #index} has run.
     *
     * @param role what for: test or development
     * @param sentences how many, at least one
     * @throws InputException when more than half of the sentences would be held out
     */
    public CorpusInfo holdOut(CorpusRole role, int sentences, Progress progress) throws HydraException {
        if (role.teaches() || sentences < 1) {
            throw new IllegalArgumentException(sentences + " sentences for " + role);
        }
        return get(holdingOut.run(role, sentences, progress));
    }

    /**
     * Looks at what an import would take in.
     *
     * @throws HydraException when nothing of the text can be read
     */
    public ImportPreview preview(ImportRequest request) throws HydraException {
        return ImportPreview.of(request, database.read(ProjectInfo::read), new ImportPreview.Known() {
            @Override
            public Optional<String> corpus(String hash) throws HydraException {
                return database.read(sql -> CorpusImport.corpusOf(sql, hash));
            }

            @Override
            public SideWords words() throws HydraException {
                return database.read(Corpora::someWords);
            }
        });
    }

    /** The words of the first sentences of a few corpora. */
    private static SideWords someWords(Sql sql) throws SQLException {
        SideWords words = new SideWords();
        for (long corpus : sql.list("SELECT id FROM corpus_here ORDER BY id LIMIT 5", row -> row.number("id"))) {
            sql.list(FIRST, row -> new SentencePair(row.text("source"), row.text("target")), corpus, 1000).forEach(words::add);
        }
        return words;
    }

    /** Removes what imports that did not end have left; how many corpora that were. */
    public int removeUnfinished() throws HydraException {
        return CorpusImport.removeUnfinished(database);
    }

    /** Calls a corpus by another name; one action that can be undone. */
    public boolean rename(long corpusId, String name) throws HydraException {
        if (name.isBlank()) {
            throw new InputException("A corpus needs a name.");
        }
        return set(corpusId, "Rename the corpus “%s”", CorpusField.NAME, name.strip());
    }

    /**
     * Says what a corpus is for; one action that can be undone.
     *
     * @throws InputException when synthetic pairs were to be measured by or aligned
     */
    public boolean setRole(long corpusId, CorpusRole role) throws HydraException {
        if (get(corpusId).role() == CorpusRole.SYNTHETIC && role != CorpusRole.SYNTHETIC) {
            throw new InputException("“" + get(corpusId).name() + "” was made by translating: a Hydra may be trained on it, and nothing else.");
        }
        return set(corpusId, "Use “%s” for " + role.title(), CorpusField.ROLE, role.code());
    }

    /** Notes the licence of a corpus; one action that can be undone. */
    public boolean setLicence(long corpusId, String licence) throws HydraException {
        return set(corpusId, "Licence of “%s”", CorpusField.LICENCE, licence.strip());
    }

    /** Takes a corpus out of the project; one action that can be undone, with all that people said of its pairs. */
    public boolean remove(long corpusId) throws HydraException {
        return set(corpusId, "Remove the corpus “%s”", CorpusField.REMOVED, "1");
    }

    private boolean set(long corpusId, String action, CorpusField field, String value) throws HydraException {
        String name = action.formatted(get(corpusId).name());
        return history.perform(name, Undoable.Scope.CORPORA, sql -> {
            String before = sql.first(
                            "SELECT " + field.column() + " AS value FROM corpus WHERE id = ?", row -> row.text("value"), corpusId)
                    .orElse("");
            return before.equals(value) ? List.of() : List.of(new CorpusChange(corpusId, field, before, value));
        });
    }

    /** The corpora that {@link #index} still has work on. */
    public List<CorpusInfo> notSearchable() throws HydraException {
        return list().stream().filter(corpus -> !corpus.searchable()).toList();
    }

    /** Makes the full-text index of a corpus, on the calling thread; goes on where an interrupted run stopped. */
    public void index(long corpusId, Progress progress) throws HydraException {
        search.build(corpusId, progress);
        changed();
    }

    /** How many pairs pass a filter. */
    public long count(PairFilter filter) throws HydraException {
        if (filter.equals(PairFilter.all())) {
            return database.read(sql -> sql.number("SELECT sum(pairs) FROM corpus_here"));
        }
        return listed(filter, PairOrder.CORPUS).length;
    }

    /**
     * A part of the pairs that pass a filter; any place of millions is reached at once.
     *
     * @param offset 0-based place of the first row
     * @param limit most rows to give
     */
    public List<PairRow> page(PairFilter filter, PairOrder order, long offset, int limit) throws HydraException {
        PairScores current = scores.current();
        if (filter.equals(PairFilter.all()) && order == PairOrder.CORPUS) {
            return database.read(sql -> natural(sql, offset, limit, current));
        }
        long[] ids = listed(filter, order);
        int from = (int) Math.min(ids.length, offset);
        int to = (int) Math.min(ids.length, offset + limit);
        return database.read(sql -> PairQuery.rows(sql, PairQuery.array(Arrays.stream(ids, from, to).boxed().toList()), current));
    }

    /** The ids of all pairs that pass a filter, in order; the place of an id is its row. */
    public long[] ids(PairFilter filter, PairOrder order) throws HydraException {
        return listed(filter, order).clone();
    }

    private long[] listed(PairFilter filter, PairOrder order) throws HydraException {
        long exclusions = history.revision(Undoable.Scope.EXCLUSIONS);
        long corpora = history.revision(Undoable.Scope.CORPORA);
        long edits = history.revision(Undoable.Scope.EDITS);
        return lists.ids(filter, order, scores.current(), new PairLists.Stamp(state.get(), corpora, exclusions, edits));
    }

    /** One pair. */
    public PairRow pair(long id) throws HydraException {
        PairScores current = scores.current();
        return database.read(sql -> PairQuery.rows(sql, PairQuery.array(List.of(id)), current)).stream()
                .findFirst()
                .orElseThrow(() -> new InputException("There is no pair " + id + " in this project."));
    }

    /** Pairs by id, in the order of the ids; ids that there are none of are left out. */
    public List<PairRow> pairs(List<Long> ids) throws HydraException {
        PairScores current = scores.current();
        return database.read(sql -> PairQuery.rows(sql, PairQuery.array(ids), current));
    }

    /** The ids of pairs that contain {@code text} on either side, at most {@code limit}. */
    public List<Long> search(String text, int limit) throws HydraException {
        return Arrays.stream(listed(PairFilter.all().withText(text), PairOrder.CORPUS))
                .limit(limit)
                .boxed()
                .toList();
    }

    /** Leaves pairs out of training and alignment, or takes them in again; one action that can be undone. */
    public boolean exclude(Collection<Long> ids, boolean excluded) throws HydraException {
        return history.perform(excludeName(ids.size(), excluded), Undoable.Scope.EXCLUSIONS, sql -> {
            long[] changing = sql.list(
                            "SELECT p.id FROM json_each(?) j CROSS JOIN pair p ON p.id = j.value WHERE p.excluded <> ?",
                            row -> row.number("id"),
                            PairQuery.array(ids), excluded)
                    .stream()
                    .mapToLong(Long::longValue)
                    .toArray();
            return changing.length == 0 ? List.of() : List.of(new ExclusionChange(changing, excluded));
        });
    }

    private static String excludeName(int count, boolean excluded) {
        return (excluded ? "Exclude " : "Bring back ") + (count == 1 ? "a pair" : "%,d pairs".formatted(count));
    }

    /** Names what there is of a role: its corpora and which pairs are excluded. */
    public String fingerprint(CorpusRole role) throws HydraException {
        StringBuilder text = new StringBuilder();
        for (CorpusInfo corpus : list()) {
            if (corpus.role() == role) {
                text.append(corpus.hash()).append('\n');
            }
        }
        text.append(history.revision(Undoable.Scope.EXCLUSIONS));
        return Hashes.of(text.toString());
    }

    /** How many pairs there are of a role, excluded ones too. */
    public long count(CorpusRole role) throws HydraException {
        return database.read(sql -> sql.number("SELECT sum(pairs) FROM corpus_here WHERE role = ?", role.code()));
    }

    /** How many pairs of a role are not excluded. */
    public long included(CorpusRole role) throws HydraException {
        long excluded = database.read(sql -> sql.number(
                "SELECT count(*) FROM corpus_here c JOIN pair p INDEXED BY pair_excluded ON p.corpus = c.id WHERE c.role = ? AND p.excluded = 1",
                role.code()));
        return count(role) - excluded;
    }

    /** The first pairs of the corpora of a role that are not excluded, at most {@code most}. */
    public List<SentencePair> first(CorpusRole role, int most) throws HydraException {
        return database.read(sql -> {
            List<SentencePair> first = new ArrayList<>();
            for (long corpus : sql.list(
                    "SELECT id FROM corpus_here WHERE role = ? ORDER BY id", row -> row.number("id"), role.code())) {
                first.addAll(sql.list(
                        FIRST,
                        row -> new SentencePair(row.text("source"), row.text("target")),
                        corpus, most - first.size()));
            }
            return first;
        });
    }

    private void changed() throws HydraException {
        state.incrementAndGet();
        events.tell(ProjectChange.of(ProjectChange.Kind.CORPORA));
    }

    /** Rows in the order of the corpora; a corpus has no gaps, so a place tells corpus and ordinal. */
    private static List<PairRow> natural(Sql sql, long offset, int limit, PairScores scores) throws SQLException {
        record Part(long id, long pairs) {}
        List<Part> parts = sql.list(
                "SELECT id, pairs FROM corpus_here ORDER BY id",
                row -> new Part(row.number("id"), row.number("pairs")));
        List<PairRow> rows = new ArrayList<>(limit);
        long skip = offset;
        for (Part part : parts) {
            if (skip < part.pairs() && rows.size() < limit) {
                rows.addAll(PairQuery.rows(sql, part.id(), skip, limit - rows.size(), scores));
            }
            skip = Math.max(0, skip - part.pairs());
        }
        return rows;
    }

    private static CorpusInfo info(Row row) throws SQLException {
        return new CorpusInfo(
                row.number("id"),
                row.text("name"),
                Languages.stored(row.text("source_tag")),
                Languages.stored(row.text("target_tag")),
                row.choice("role", CorpusRole.CODES),
                row.text("origin"),
                row.text("licence"),
                row.instant("imported"),
                row.number("pairs"),
                row.text("hash"),
                row.flag("searchable"));
    }
}
