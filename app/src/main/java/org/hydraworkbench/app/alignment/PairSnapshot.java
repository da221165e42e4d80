package org.hydraworkbench.app.alignment;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.app.parts.PagedList;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.project.corpora.Corpora;
import org.hydraworkbench.project.corpora.PairFilter;
import org.hydraworkbench.project.corpora.PairOrder;
import org.hydraworkbench.project.corpora.PairRow;

/**
 * The pairs that passed a filter when it was set. Rows keep their place while a person edits and confirms them, even when they
 * would not pass any more; what a row shows is read anew.
 */
final class PairSnapshot implements PagedList.Source<PairRow> {

    private final Corpora corpora;
    private final PairFilter filter;
    private final PairOrder order;
    private volatile long[] ids = {};
    private volatile boolean read;

    PairSnapshot(Corpora corpora, PairFilter filter, PairOrder order) {
        this.corpora = corpora;
        this.filter = filter;
        this.order = order;
    }

    @Override
    public long count() throws HydraException {
        if (!read) {
            ids = corpora.ids(filter, order);
            read = true;
        }
        return ids.length;
    }

    @Override
    public List<PairRow> page(long offset, int limit) throws HydraException {
        long[] all = ids;
        int from = (int) Math.min(all.length, offset);
        int to = (int) Math.min(all.length, offset + limit);
        List<Long> wanted = new ArrayList<>(to - from);
        for (int k = from; k < to; k++) {
            wanted.add(all[k]);
        }
        return corpora.pairs(wanted);
    }

    /** The place of a pair among those of {@link #count()}, or −1. */
    int indexOf(long id) {
        long[] all = ids;
        for (int k = 0; k < all.length; k++) {
            if (all[k] == id) {
                return k;
            }
        }
        return -1;
    }
}
