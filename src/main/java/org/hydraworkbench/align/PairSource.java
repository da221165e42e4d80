package org.hydraworkbench.align;

import java.util.Iterator;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.SentencePair;
import org.jspecify.annotations.Nullable;

/** Where pairs come from, once, in order: a file's reader ({@code reader::next}), a list, a database cursor. */
@FunctionalInterface
public interface PairSource {

    /** The next pair, or null after the last. */
    @Nullable SentencePair next() throws HydraException;

    /** The pairs of a collection. */
    static PairSource of(Iterable<SentencePair> pairs) {
        Iterator<SentencePair> iterator = pairs.iterator();
        return () -> iterator.hasNext() ? iterator.next() : null;
    }
}
