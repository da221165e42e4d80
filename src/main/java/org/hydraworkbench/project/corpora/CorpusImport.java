package org.hydraworkbench.project.corpora;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.Hashes;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextReader;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.base.Languages;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.ProjectInfo;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;

/**
 * Reads one file into a new corpus, in batches, so that edits are not held up meanwhile. The corpus stays hidden until its last
 * pair is in; one whose import ended early, or died with the program, is removed.
 */
final class CorpusImport {

    private static final int BATCH = 5_000;
    private static final int SAMPLE = 200; // pairs that decide on the search index

    private final Database database;
    private final People people;
    private final ProjectInfo project;

    CorpusImport(Database database, People people, ProjectInfo project) {
        this.database = database;
        this.people = people;
        this.project = project;
    }

    /** Imports and returns the id of the corpus. */
    long run(ImportRequest request, Progress progress) throws HydraException {
        progress.message("Reading " + request.source().getFileName());
        long corpus;
        try (BitextReader reader = open(request)) {
            corpus = begin(request);
            boolean whole = false;
            try {
                read(reader, corpus, request.swapped(), progress);
                if (reader.skipped() > 0) {
                    progress.log("Passed over %,d entries that lack one of the two languages.".formatted(reader.skipped()));
                }
                whole = true;
            } finally {
                if (!whole) {
                    remove(database, corpus);
                }
            }
        }
        return corpus;
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
        while (database.write(sql -> sql.run(
                        "DELETE FROM pair WHERE id IN (SELECT id FROM pair WHERE corpus = ? LIMIT " + BATCH * 10 + ")",
                        corpus))
                > 0) {
            // in steps, so that nobody waits long for the writing thread
        }
        database.change(sql -> sql.run("DELETE FROM corpus WHERE id = ?", corpus));
    }

    private BitextReader open(ImportRequest request) throws HydraException {
        if (request.target() != null) {
            return Bitexts.openMoses(request.source(), request.target());
        }
        String left = request.swapped() ? project.targetLanguage() : project.sourceLanguage();
        String right = request.swapped() ? project.sourceLanguage() : project.targetLanguage();
        return switch (Bitexts.format(request.source())) {
            case TMX -> tmx(request, left, right);
            case TSV, BARS -> Bitexts.open(request.source());
        };
    }

    /** A TMX file by the project's languages when it has them, by its own first two otherwise. */
    private static BitextReader tmx(ImportRequest request, String left, String right) throws HydraException {
        try (BitextReader probe = Bitexts.open(request.source(), left, right)) {
            if (probe.next() != null) {
                return Bitexts.open(request.source(), left, right);
            }
        }
        return Bitexts.open(request.source());
    }

    private long begin(ImportRequest request) throws HydraException {
        String origin = !request.origin().isBlank()
                ? request.origin()
                : request.target() == null
                        ? request.source().toString()
                        : request.source() + ", " + request.target();
        return database.write(sql -> sql.insert(
                "INSERT INTO corpus (name, source_language, target_language, purpose, origin, licence, imported, person,"
                        + " search_index) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                request.name(),
                Languages.id(sql, project.sourceLanguage()),
                Languages.id(sql, project.targetLanguage()),
                request.purpose().name(),
                origin,
                request.licence(),
                Instant.now().toString(),
                people.presentId(sql),
                SearchIndex.WORDS));
    }

    private void read(BitextReader reader, long corpus, boolean swapped, Progress progress) throws HydraException {
        MessageDigest digest = Hashes.sha256();
        StringBuilder sampleSource = new StringBuilder();
        StringBuilder sampleTarget = new StringBuilder();
        List<SentencePair> batch = new ArrayList<>(BATCH);
        long count = 0;
        boolean end = false;
        while (!end) {
            batch.clear();
            while (batch.size() < BATCH && !end) {
                SentencePair pair = reader.next();
                end = pair == null;
                if (pair != null) {
                    batch.add(swapped ? new SentencePair(pair.target(), pair.source()) : pair);
                }
            }
            for (SentencePair pair : batch) {
                digest.update(pair.source().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\t');
                digest.update(pair.target().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) '\n');
            }
            for (SentencePair pair : batch.subList(0, (int) Math.min(batch.size(), Math.max(0, SAMPLE - count)))) {
                sampleSource.append(pair.source());
                sampleTarget.append(pair.target());
            }
            long first = count;
            database.change(sql -> insert(sql, corpus, first, batch));
            count += batch.size();
            progress.update(reader.bytesRead(), reader.bytesTotal());
            progress.checkCancelled();
        }
        if (count == 0) {
            throw new InputException("There is no sentence pair in the file.");
        }
        finish(corpus, count, Hashes.hex(digest.digest()), sampleSource, sampleTarget);
        progress.log("Imported %,d pairs.".formatted(count));
    }

    private static void insert(Sql sql, long corpus, long first, List<SentencePair> batch) throws SQLException {
        List<Object[]> rows = new ArrayList<>(batch.size());
        for (SentencePair pair : batch) {
            rows.add(new Object[] {corpus, first + rows.size(), pair.source(), pair.target()});
        }
        sql.many("INSERT INTO pair (corpus, ordinal, source, target) VALUES (?, ?, ?, ?)", rows);
    }

    private void finish(long corpus, long count, String hash, CharSequence source, CharSequence target)
            throws HydraException {
        boolean trigrams = SearchIndex.suited(source).equals(SearchIndex.TRIGRAMS)
                || SearchIndex.suited(target).equals(SearchIndex.TRIGRAMS);
        database.change(sql -> sql.run(
                "UPDATE corpus SET complete = 1, pairs = ?, hash = ?, search_index = ? WHERE id = ?",
                count, hash, trigrams ? SearchIndex.TRIGRAMS : SearchIndex.WORDS, corpus));
    }
}
