package org.hydraworkbench.project.links;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;

/**
 * How the links of two alignments differ, in the pairs that both cover.
 *
 * @param pairs how many pairs both cover
 * @param changed how many of them have other links
 * @param added links of the later that the earlier lacks
 * @param removed links of the earlier that the later lacks
 */
public record AlignmentDifference(long pairs, long changed, long added, long removed) {

    /** Compares two alignments of sentences that are cut in the same way. */
    static AlignmentDifference between(AlignmentFiles before, AlignmentFiles after) {
        long pairs = 0;
        long changed = 0;
        long added = 0;
        long removed = 0;
        for (long id : after.ids()) {
            if (before.covers(id)) {
                LongSet old = cells(before.links(id));
                LongSet now = cells(after.links(id));
                long kept = now.longStream().filter(old::contains).count();
                pairs++;
                changed += kept < old.size() || kept < now.size() ? 1 : 0;
                added += now.size() - kept;
                removed += old.size() - kept;
            }
        }
        return new AlignmentDifference(pairs, changed, added, removed);
    }

    private static LongSet cells(Alignment alignment) {
        LongSet cells = new LongOpenHashSet();
        for (Link link : alignment.links()) {
            cells.add((long) link.source() << Integer.SIZE | link.target());
        }
        return cells;
    }
}
