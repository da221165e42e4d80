package org.hydraworkbench.project.corpora;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.project.base.CorpusChange;
import org.hydraworkbench.project.base.CorpusField;
import org.hydraworkbench.project.base.ExclusionChange;
import org.hydraworkbench.project.base.History;
import org.hydraworkbench.project.base.People;
import org.hydraworkbench.project.base.Undoable;
import org.hydraworkbench.store.Database;
import org.hydraworkbench.store.Row;
import org.hydraworkbench.store.Sql;

/**
 * Holds sentences out of what a project trains on, as an import does it: some source sentences with all their pairs, drawn by their hashes.
 * Since the text of a corpus never changes, they become a corpus of their own, and the pairs that are trained on are excluded. What a
 * person has confirmed or edited stays where it is, and so does what is held out already.
 */
final class HoldingOut {

    private static final int BATCH = 4_000;

    /** The plus keeps the planner from an index by which it would sort; by id they come in order. */
    static final String NEXT = "SELECT p.id, p.source, p.target,"
            + " (SELECT name FROM corpus WHERE id = p.corpus) AS name, (SELECT licence FROM corpus WHERE id = p.corpus) AS licence,"
            + " EXISTS (SELECT 1 FROM review r WHERE r.pair = p.id) OR EXISTS (SELECT 1 FROM link_edit e WHERE e.pair = p.id) AS said"
            + " FROM pair p WHERE p.id > ? AND p.excluded = 0"
            + " AND +p.corpus IN (SELECT id FROM corpus_here WHERE role = 'train') ORDER BY p.id LIMIT ?";

    private final Database database;
    private final History history;
    private final People people;

    private record Candidate(long id, SentencePair texts, String corpus, String licence, boolean said) {

        static Candidate of(Row row) throws SQLException {
            return new Candidate(
                    row.number("id"),
                    new SentencePair(row.text("source"), row.text("target")),
                    row.text("name"),
                    row.text("licence"),
                    row.flag("said"));
        }
    }

    /** Looks at a pair for training. */
    @FunctionalInterface
    private interface Look {
        void at(Candidate candidate);
    }

    HoldingOut(Database database, History history, People people) {
        this.database = database;
        this.history = history;
        this.people = people;
    }

    /**
     * Holds some out; one action that can be undone.
     *
     * @param role what for; not training
     * @param sentences different source sentences, at least one
     * @return the id of the corpus that they are
     * @throws InputException when more than half of the sentences would be held out
     */
    long run(CorpusRole role, int sentences, Progress progress) throws HydraException {
        progress.message("Drawing sentences");
        LongSet drawn = draw(role, sentences, progress);
        List<Candidate> taken = new ArrayList<>();
        each(progress, candidate -> {
            if (drawn.contains(HeldOut.hash(candidate.texts.source()))) {
                taken.add(candidate);
            }
        });
        long[] made = new long[1];
        history.perform("Hold out %,d sentences for %s".formatted(sentences, role.title()), Undoable.Scope.EXCLUSIONS, sql -> {
            made[0] = enter(sql, role, taken);
            return List.of(
                    new CorpusChange(made[0], CorpusField.REMOVED, "1", "0"),
                    new ExclusionChange(taken.stream().mapToLong(Candidate::id).toArray(), true));
        });
        progress.log("Held out %,d pairs.".formatted(taken.size()));
        return made[0];
    }

    private LongSet draw(CorpusRole role, int sentences, Progress progress) throws HydraException {
        LongSet kept = new LongOpenHashSet(SharedSentences.hashes(database, false, progress));
        LongArrayList hashes = new LongArrayList();
        each(progress, candidate -> {
            long hash = HeldOut.hash(candidate.texts.source());
            hashes.add(hash);
            if (candidate.said) {
                kept.add(hash);
            }
        });
        LongArrayList order = HeldOut.order(hashes);
        int all = order.size();
        if (all == 0) {
            throw new InputException("The project trains on no text yet, of which some could be held out; import a corpus first.");
        }
        order.removeIf(kept::contains);
        int most = Math.min(order.size(), all / 2);
        if (sentences > most) {
            throw new InputException(
                    "The project trains on %,d different source sentences; at most %,d of them can be held out for %s, since half have to stay, and with them what was confirmed or edited."
                            .formatted(all, most, role.title()));
        }
        return new LongOpenHashSet(order.subList(0, sentences));
    }

    private void each(Progress progress, Look look) throws HydraException {
        long last = 0;
        while (true) {
            progress.checkCancelled();
            long after = last;
            List<Candidate> batch = database.read(sql -> sql.list(NEXT, Candidate::of, after, BATCH));
            if (batch.isEmpty()) {
                return;
            }
            batch.forEach(look::at);
            last = batch.getLast().id();
        }
    }

    /** Enters them as a corpus that is not shown yet. */
    private long enter(Sql sql, CorpusRole role, List<Candidate> taken) throws SQLException {
        TreeSet<String> corpora = new TreeSet<>();
        TreeSet<String> licences = new TreeSet<>();
        for (Candidate candidate : taken) {
            corpora.add(candidate.corpus);
            if (!candidate.licence.isEmpty()) {
                licences.add(candidate.licence);
            }
        }
        CorpusInTheMaking corpus = new CorpusInTheMaking(CorpusImport.begin(
                sql,
                people,
                "Held out for " + role.title(),
                role,
                "held out of " + String.join(", ", corpora),
                String.join("; ", licences),
                Instant.now()));
        taken.forEach(candidate -> corpus.add(candidate.texts));
        corpus.flush(sql);
        corpus.finish(sql);
        sql.run("UPDATE corpus SET removed = 1 WHERE id = ?", corpus.id());
        return corpus.id();
    }
}
