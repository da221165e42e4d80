package org.hydraworkbench.project.corpora;

import java.util.LinkedHashMap;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.store.Database;

/**
 * Remembers, for the filters used last, which pairs pass: eight bytes a pair, so that a table can jump to any place of millions
 * at once. A list is made anew when something it depends on has changed.
 */
final class PairLists {

    private static final int KEPT = 4;

    private record Key(PairFilter filter, PairOrder order) {}

    /** The states that a list may depend on: imports, what people changed of corpora, exclusions, edits. */
    record Stamp(long imports, long corpora, long exclusions, long edits) {}

    private record Entry(Stamp stamp, long alignment, long[] ids) {}

    private final Database database;
    private final Map<Key, Entry> lists = new LinkedHashMap<>(8, 0.75f, true);

    PairLists(Database database) {
        this.database = database;
    }

    /** The ids that pass in the present state; callers must not change them. */
    long[] ids(PairFilter filter, PairOrder order, PairScores scores, Stamp present) throws HydraException {
        boolean scored = order == PairOrder.LEAST_CERTAIN || filter.dependsOnAlignment();
        long alignment = scored ? scores.version() : 0;
        Stamp stamp =
                new Stamp(present.imports(), present.corpora(), present.exclusions(), filter.dependsOnEdits() ? present.edits() : 0);
        Key key = new Key(filter, order);
        synchronized (lists) {
            Entry known = lists.get(key);
            if (known != null && known.stamp().equals(stamp) && known.alignment() == alignment) {
                return known.ids();
            }
        }
        long[] ids = database.read(sql -> PairQuery.ids(sql, filter, order, scores));
        synchronized (lists) {
            lists.put(key, new Entry(stamp, alignment, ids));
            if (lists.size() > KEPT) {
                lists.remove(lists.keySet().iterator().next());
            }
        }
        return ids;
    }
}
