package org.hydraworkbench.project.corpora;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;

/**
 * Reads one file into a new corpus, or into three when a part is held out, in batches, so that edits are not held up meanwhile.
 * A corpus stays hidden until its last pair is in; one whose import ended early, or died with the program, is removed.
 */
final class CorpusImport {

    private static final int BATCH = 5_000;

    /** Takes away some pairs of a corpus. */
    static final String REMOVE =
            "DELETE FROM pair WHERE id IN (SELECT id FROM pair WHERE corpus = ? LIMIT " + BATCH * 10 + ")";

    private final Database database;
    private final People people;

    CorpusImport(Database database, People people) {
        this.database = database;
        this.people = people;
    }

    /** Imports and returns the ids of the corpora: what stays, then what was held out for development and test. */
    List<Long> run(ImportRequest request, Progress progress) throws HydraException {
        ProjectInfo project = database.read(ProjectInfo::read);
        progress.message("Reading " + request.files().source().getFileName());
        HeldOut held = held(request, project, progress);
        SharedSentences shared = SharedSentences.of(database, roles(request), progress);
        Map<CorpusRole, CorpusInTheMaking> parts = new EnumMap<>(CorpusRole.class);
        Instant now = Instant.now();
        boolean whole = false;
        try (ImportText reader = ImportText.open(request, project)) {
            for (CorpusRole role : roles(request)) {
                parts.put(role, new CorpusInTheMaking(begin(request, role, now)));
            }
            read(reader, parts, held, shared, request, progress);
            shared.warnings().forEach(progress::warn);
            reader.notes().forEach(progress::log);
            reader.badLineReasons().forEach(progress::log);
            whole = true;
        } finally {
            if (!whole) {
                for (CorpusInTheMaking part : parts.values()) {
                    remove(database, part.id());
                }
            }
        }
        return parts.values().stream().map(CorpusInTheMaking::id).toList();
    }

    /** The roles of what comes of a file, the one asked for first. */
    private static List<CorpusRole> roles(ImportRequest request) {
        return request.holdOut() == 0
                ? List.of(request.role())
                : List.of(request.role(), CorpusRole.DEVELOPMENT, CorpusRole.TEST);
    }

    private HeldOut held(ImportRequest request, ProjectInfo project, Progress progress) throws HydraException {
        if (request.holdOut() == 0) {
            return HeldOut.none();
        }
        if (request.role() != CorpusRole.TRAINING) {
            throw new InputException("Sentences are held out of a corpus for training only.");
        }
        try (ImportText reader = ImportText.open(request, project)) {
            return HeldOut.draw(reader, request.holdOut(), request.name(), progress);
        }
    }

    /** Removes corpora whose import did not end. */
    static int removeUnfinished(Database database) throws HydraException {
        List<Long> unfinished =
                database.read(sql -> sql.list("SELECT id FROM corpus WHERE complete = 0", row -> row.number("id")));
        for (long corpus : unfinished) {
            remove(database, corpus);
        }
        return unfinished.size();
    }

    private static void remove(Database database, long corpus) throws HydraException {
        while (database.write(sql -> sql.run(REMOVE, corpus)) > 0) {
            // in steps, so that nobody waits long for the writing thread
        }
        database.change(sql -> sql.run("DELETE FROM corpus WHERE id = ?", corpus));
    }

    private long begin(ImportRequest request, CorpusRole role, Instant now) throws HydraException {
        Path second = request.files().target();
        String files = request.files().source() + (second == null ? "" : ", " + second);
        String origin = request.origin().isBlank() ? files : request.origin();
        String name = role == request.role() ? request.name() : request.name() + ", " + role.title();
        return database.write(sql -> begin(sql, people, name, role, origin, request.licence(), now));
    }

    /** Begins a corpus, which is hidden until it is complete; its id. */
    static long begin(Sql sql, People people, String name, CorpusRole role, String origin, String licence, Instant now)
            throws SQLException {
        return sql.insert(
                "INSERT INTO corpus (name, source_language, target_language, role, origin, licence, imported, person,"
                        + " search_index) SELECT ?, source_language, target_language, ?, ?, ?, ?, ?, ? FROM project",
                name,
                role.code(),
                origin,
                licence,
                now.toString(),
                people.presentId(sql),
                SearchIndex.WORDS);
    }

    private void read(
            ImportText reader,
            Map<CorpusRole, CorpusInTheMaking> parts,
            HeldOut held,
            SharedSentences shared,
            ImportRequest request,
            Progress progress)
            throws HydraException {
        TextHash whole = new TextHash();
        boolean end = false;
        while (!end) {
            for (int k = 0; k < BATCH && !end; k++) {
                SentencePair pair = reader.next();
                end = pair == null;
                if (pair != null) {
                    whole.add(pair);
                    CorpusRole role = held.role(pair.source(), request.role());
                    shared.look(pair.source(), role);
                    Objects.requireNonNull(parts.get(role)).add(pair);
                }
            }
            database.change(sql -> {
                for (CorpusInTheMaking part : parts.values()) {
                    part.flush(sql);
                }
            });
            progress.update(reader.bytesRead(), reader.bytesTotal());
            progress.checkCancelled();
        }
        if (parts.values().stream().allMatch(part -> part.pairs() == 0)) {
            throw reader.nothing();
        }
        finish(List.copyOf(parts.values()), whole.hex());
        for (CorpusInTheMaking part : parts.values()) {
            progress.log("Imported %,d pairs.".formatted(part.pairs()));
        }
    }

    /** The corpus that was read from a text, by the text's hash; of several parts the first. */
    static Optional<String> corpusOf(Sql sql, String whole) throws SQLException {
        return sql.first("SELECT name FROM corpus_here WHERE whole = ? ORDER BY id", row -> row.text("name"), whole);
    }

    /** Shows the corpora, all at once. */
    private void finish(List<CorpusInTheMaking> parts, String whole) throws HydraException {
        database.change(sql -> {
            Optional<String> same = corpusOf(sql, whole);
            if (same.isPresent()) {
                throw new InputException("This text is in the project already: it is the corpus “" + same.get()
                        + "”. It was not imported again; what a corpus is for can be changed.");
            }
            for (CorpusInTheMaking part : parts) {
                part.finish(sql, whole);
            }
            sql.number("PRAGMA optimize"); // the planner learns how many pairs there are now
        });
    }
}
