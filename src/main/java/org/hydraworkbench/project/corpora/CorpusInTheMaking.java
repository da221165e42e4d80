package org.hydraworkbench.project.corpora;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.store.Sql;

/** A corpus whose pairs are coming in; hidden until {@link #finish}. Used by one thread. */
final class CorpusInTheMaking {

    private static final int SAMPLE = 200; // pairs that decide on the search index

    private final long id;
    private final TextHash hash = new TextHash();
    private final List<SentencePair> waiting = new ArrayList<>();
    private final StringBuilder sampleSource = new StringBuilder();
    private final StringBuilder sampleTarget = new StringBuilder();
    private long pairs;
    private long written;

    CorpusInTheMaking(long id) {
        this.id = id;
    }

    long id() {
        return id;
    }

    /** How many pairs came. */
    long pairs() {
        return pairs;
    }

    void add(SentencePair pair) {
        if (pairs++ < SAMPLE) {
            sampleSource.append(pair.source());
            sampleTarget.append(pair.target());
        }
        hash.add(pair);
        waiting.add(pair);
    }

    /** Writes what came since the last time. */
    void flush(Sql sql) throws SQLException {
        List<Object[]> rows = new ArrayList<>(waiting.size());
        for (SentencePair pair : waiting) {
            rows.add(new Object[] {id, written + rows.size(), pair.source(), pair.target()});
        }
        sql.many("INSERT INTO pair (corpus, ordinal, source, target) VALUES (?, ?, ?, ?)", rows);
        written += rows.size();
        waiting.clear();
    }

    /** Shows the corpus. */
    void finish(Sql sql) throws SQLException {
        finish(sql, hash.hex());
    }

    /**
     * Shows the corpus.
     *
     * @param whole the hash of the text that it is of, of which other parts may be in other corpora
     */
    void finish(Sql sql, String whole) throws SQLException {
        boolean trigrams = SearchIndex.suited(sampleSource).equals(SearchIndex.TRIGRAMS)
                || SearchIndex.suited(sampleTarget).equals(SearchIndex.TRIGRAMS);
        sql.run(
                "UPDATE corpus SET complete = 1, pairs = ?, hash = ?, whole = ?, search_index = ? WHERE id = ?",
                pairs, hash.hex(), whole, trigrams ? SearchIndex.TRIGRAMS : SearchIndex.WORDS, id);
    }
}
