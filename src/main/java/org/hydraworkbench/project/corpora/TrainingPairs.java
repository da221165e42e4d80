package org.hydraworkbench.project.corpora;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.store.Database;
import org.jspecify.annotations.Nullable;

/** The pairs of the corpora of a role that are not excluded, by ascending id; read a few thousand at a time. */
public final class TrainingPairs implements PairSource {

    private static final int BATCH = 4_000;

    /**
     * The plus keeps the planner from the index of places, by which it would sort what is left of the corpora for every batch; by id they
     * come in order.
     */
    static final String NEXT = "SELECT id, source, target FROM pair WHERE id > ? AND excluded = 0"
            + " AND +corpus IN (SELECT id FROM corpus_here WHERE role = ?) ORDER BY id LIMIT ?";

    /** A pair with its id. */
    public record Pair(long id, SentencePair texts) {}

    private final Database database;
    private final CorpusRole role;
    private final Deque<Pair> waiting = new ArrayDeque<>();
    private final LongArrayList ids = new LongArrayList();
    private long last;

    /** Those for training, which are aligned too. */
    public TrainingPairs(Database database) {
        this(database, CorpusRole.TRAINING);
    }

    /** Those of a role. */
    public TrainingPairs(Database database, CorpusRole role) {
        this.database = database;
        this.role = role;
    }

    @Override
    public @Nullable SentencePair next() throws HydraException {
        Pair pair = nextPair();
        return pair == null ? null : pair.texts();
    }

    /** The next pair with its id, or null after the last. */
    public @Nullable Pair nextPair() throws HydraException {
        if (waiting.isEmpty()) {
            List<Pair> batch = database.read(sql -> sql.list(
                    NEXT,
                    row -> new Pair(row.number("id"), new SentencePair(row.text("source"), row.text("target"))),
                    last, role.code(), BATCH));
            waiting.addAll(batch);
        }
        Pair pair = waiting.poll();
        if (pair != null) {
            last = pair.id();
            ids.add(last);
        }
        return pair;
    }

    /** The ids given so far, in order. */
    public long[] ids() {
        return ids.toLongArray();
    }

    /** Some of them: {@code count} ids from the pair that was given as number {@code first}, counted from 0. */
    public long[] ids(int first, int count) {
        return ids.subList(first, first + count).toLongArray();
    }
}
