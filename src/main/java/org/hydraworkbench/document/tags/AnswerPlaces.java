package org.hydraworkbench.document.tags;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;

/** Which words of an answer belong to which of its source, and where a place in the source is in the answer. */
final class AnswerPlaces {

    private final int sources;
    private final int targets;
    private final List<IntList> ofSource;
    private final BitSet linked = new BitSet();

    AnswerPlaces(int sources, int targets, Alignment links) {
        this.sources = sources;
        this.targets = targets;
        this.ofSource = new ArrayList<>(Collections.nCopies(sources, IntLists.emptyList()));
        for (Link link : links.links()) {
            if (ofSource.get(link.source()).isEmpty()) {
                ofSource.set(link.source(), new IntArrayList(1));
            }
            ofSource.get(link.source()).add(link.target());
            linked.set(link.target());
        }
    }

    /** Number of words of the answer. */
    int targets() {
        return targets;
    }

    boolean isWhole(WordRange source) {
        return source.size() == sources;
    }

    /** The words of the answer that are linked to words of the source. */
    BitSet of(WordRange source) {
        BitSet all = new BitSet();
        ofSource.subList(source.start(), source.end()).forEach(targets -> targets.forEach(all::set));
        return all;
    }

    /** Words of the answer that no word of the source answers for, about where words of the source are that are linked to none. */
    BitSet freeNear(WordRange source) {
        BitSet near = new BitSet();
        int start = proportional(source.start());
        near.set(start, Math.min(targets, Math.max(start + 1, proportional(source.end()))));
        near.andNot(linked);
        return near;
    }

    private int proportional(int boundary) {
        return sources == 0 ? 0 : (int) Math.round((double) boundary * targets / sources);
    }

    /**
     * Where the place before word {@code boundary} of the source is in the answer: beside the nearest word that has a link.
     *
     * @param leftFirst whether the word before the place is nearer than the one after it
     */
    int boundary(int boundary, boolean leftFirst) {
        if (boundary == 0 || boundary == sources) {
            return boundary == 0 ? 0 : targets;
        }
        if (linked.isEmpty()) {
            return proportional(boundary);
        }
        for (int far = 0; far < sources; far++) {
            int left = after(boundary - 1 - far);
            int right = before(boundary + far);
            int nearest = leftFirst && left >= 0 || right < 0 ? left : right;
            if (nearest >= 0) {
                return nearest;
            }
        }
        return proportional(boundary);
    }

    /** The place after the last word that is linked to a word of the source; −1 where there is none. */
    private int after(int source) {
        return source < 0 ? -1 : ofSource.get(source).intStream().max().orElse(-2) + 1;
    }

    /** The place before the first word that is linked to a word of the source; −1 where there is none. */
    private int before(int source) {
        return source >= sources ? -1 : ofSource.get(source).intStream().min().orElse(-1);
    }
}
