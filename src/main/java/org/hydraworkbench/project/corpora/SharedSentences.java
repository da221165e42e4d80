package org.hydraworkbench.project.corpora;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.store.Database;

/**
 * Counts the pairs of a text that is imported whose source sentences stand in the project already on the other side of the line between
 * what is trained on and what is measured. With them a measure looks better than it is, so a person is told.
 */
final class SharedSentences {

    private static final int BATCH = 4_000;

    /** The plus keeps the planner from an index by which it would sort; by id they come in order. */
    static final String NEXT = "SELECT id, source FROM pair WHERE id > ? AND excluded = 0"
            + " AND +corpus IN (SELECT id FROM corpus_here WHERE (role IN ('train', 'synthetic')) = ?) ORDER BY id LIMIT ?";

    private record Sentence(long id, String source) {}

    private final LongSet trained; // hashes of source sentences
    private final LongSet held;
    private long nowTrained;
    private long nowHeld;

    private SharedSentences(LongSet trained, LongSet held) {
        this.trained = trained;
        this.held = held;
    }

    /** With what the project has now; only what a text of these roles can share is read. */
    static SharedSentences of(Database database, List<CorpusRole> roles, Progress progress) throws HydraException {
        boolean trains = roles.stream().anyMatch(CorpusRole::teaches);
        boolean measures = !roles.stream().allMatch(CorpusRole::teaches);
        return new SharedSentences(
                measures ? hashes(database, true, progress) : LongSet.of(), trains ? hashes(database, false, progress) : LongSet.of());
    }

    /** The hashes of the source sentences that are trained on, or of those that are held out. */
    static LongSet hashes(Database database, boolean training, Progress progress) throws HydraException {
        LongOpenHashSet hashes = new LongOpenHashSet();
        long last = 0;
        while (true) {
            progress.checkCancelled();
            long after = last;
            List<Sentence> batch = database.read(sql -> sql.list(
                    NEXT, row -> new Sentence(row.number("id"), row.text("source")), after, training, BATCH));
            if (batch.isEmpty()) {
                return hashes;
            }
            batch.forEach(sentence -> hashes.add(HeldOut.hash(sentence.source())));
            last = batch.getLast().id();
        }
    }

    /** Looks at a pair that is imported for {@code role}. */
    void look(String source, CorpusRole role) {
        LongSet others = role.teaches() ? held : trained;
        if (!others.isEmpty() && others.contains(HeldOut.hash(source))) {
            if (role.teaches()) {
                nowTrained++;
            } else {
                nowHeld++;
            }
        }
    }

    /** What a person should know, a sentence each. */
    List<String> warnings() {
        return Stream.of(
                        nowTrained == 0
                                ? ""
                                : "%,d of the pairs for training have a sentence that is held out for test or development in this project: exclude them, or what is measured looks better than it is."
                                        .formatted(nowTrained),
                        nowHeld == 0
                                ? ""
                                : "%,d of the pairs for test or development have a sentence that this project trains on: exclude them, or what is measured looks better than it is."
                                        .formatted(nowHeld))
                .filter(warning -> !warning.isEmpty())
                .toList();
    }
}
