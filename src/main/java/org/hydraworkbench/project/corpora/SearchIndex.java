package org.hydraworkbench.project.corpora;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Sql;
import org.hydraworkbench.text.Characters;
import org.jspecify.annotations.Nullable;

/**
 * Finds text in the corpora. Each corpus has its full text indexed by words or, when a side is written without spaces, by
 * trigrams; one that is not indexed yet, and one or two characters, are searched by reading.
 */
final class SearchIndex {

    static final String WORDS = "pair_words";
    static final String TRIGRAMS = "pair_trigrams";

    private static final int BATCH = 5_000;

    /** The pairs of a corpus from one place up to another, found by the index of places. */
    static final String NEXT =
            "SELECT id, source, target FROM pair INDEXED BY pair_place WHERE corpus = ? AND ordinal >= ? AND ordinal < ?";

    private static final int SHORTEST_INDEXED = 3; // code points; a trigram index cannot find less

    private final Database database;

    SearchIndex(Database database) {
        this.database = database;
    }

    /** The index that suits texts like this one: trigrams where letters of scripts without spaces are common. */
    static String suited(CharSequence sample) {
        long letters = sample.codePoints().filter(Characters::isLetterOrMark).count();
        long unspaced = sample.codePoints().filter(Characters::isOfScriptWithoutSpaces).count();
        return unspaced * 5 > letters ? TRIGRAMS : WORDS;
    }

    /** Indexes what a corpus lacks; goes on where an interrupted run stopped. */
    void build(long corpusId, Progress progress) throws HydraException {
        long pairs = database.read(sql -> sql.number("SELECT pairs FROM corpus WHERE id = ?", corpusId));
        boolean done = false;
        while (!done) {
            progress.checkCancelled();
            long indexed = database.write(sql -> step(sql, corpusId));
            done = indexed == 0;
            progress.update(done ? pairs : indexed, pairs);
        }
    }

    /** Indexes the next pairs, in the order of their places; how many are indexed now, or 0 when all were. */
    private static long step(Sql sql, long corpusId) throws SQLException {
        String table = sql.first("SELECT search_index FROM corpus WHERE id = ?", row -> row.text("search_index"), corpusId)
                .orElse(WORDS);
        if (!table.equals(WORDS) && !table.equals(TRIGRAMS)) {
            throw new SQLDataException("no such search index: " + table);
        }
        long last = sql.number("SELECT searchable_to FROM corpus WHERE id = ?", corpusId);
        long from = last == 0 ? 0 : sql.number("SELECT ordinal + 1 FROM pair WHERE id = ?", last);
        int count = sql.run(
                "INSERT INTO " + table + " (rowid, source, target) " + NEXT, corpusId, from, from + BATCH);
        if (count == 0) {
            sql.run("UPDATE corpus SET searchable = 1 WHERE id = ?", corpusId);
            return 0;
        }
        sql.run(
                "UPDATE corpus SET searchable_to = (SELECT id FROM pair WHERE corpus = ?1 AND ordinal = ?2) WHERE id = ?1",
                corpusId, from + count - 1);
        return from + count;
    }

    /**
     * Adds to a query the condition that pair {@code p} contains {@code text} on either side: every word of it, the last one
     * perhaps unfinished; characters without regard to words where the script has no spaces.
     */
    static void addCondition(Sql sql, String text, StringBuilder where, List<@Nullable Object> arguments)
            throws SQLException {
        String like = "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        boolean indexable = text.codePointCount(0, text.length()) >= SHORTEST_INDEXED
                && text.codePoints().anyMatch(Character::isLetterOrDigit);
        List<String> ways = new ArrayList<>();
        if (indexable) {
            for (String table : List.of(WORDS, TRIGRAMS)) {
                if (sql.number("SELECT count(*) FROM corpus_here WHERE searchable = 1 AND search_index = ?", table) > 0) {
                    ways.add("p.id IN (SELECT rowid FROM " + table + " WHERE " + table + " MATCH ?)");
                    arguments.add(table.equals(WORDS) ? words(text) : quoted(text));
                }
            }
            ways.add("p.corpus IN (SELECT id FROM corpus WHERE searchable = 0) AND (p.source LIKE ? ESCAPE '\\' OR p.target LIKE ?"
                    + " ESCAPE '\\')");
        } else {
            ways.add("(p.source LIKE ? ESCAPE '\\' OR p.target LIKE ? ESCAPE '\\')");
        }
        arguments.add(like);
        arguments.add(like);
        where.append(" AND (").append(String.join(" OR ", ways)).append(')');
    }

    private static String words(String text) {
        List<String> terms = new ArrayList<>();
        for (String word : text.split("\\s+")) {
            if (word.codePoints().anyMatch(Character::isLetterOrDigit)) {
                terms.add(quoted(word));
            }
        }
        return String.join(" ", terms) + "*";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
