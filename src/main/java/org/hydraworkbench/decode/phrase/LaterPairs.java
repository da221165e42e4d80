package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;

/** The pairs that a person added to those that phrases were built from. They are few: they are indexed anew whenever one is added. */
final class LaterPairs {

    /** For how many pairs one counts. */
    private static final double WEIGHT = 10;

    private final int first;
    private final List<LinkedPair> pairs = new ArrayList<>();
    private final BitSet hidden = new BitSet();

    /**
     * @param first the number of the first pair
     */
    LaterPairs(int first) {
        this.first = first;
    }

    /** Adds a pair; its number. */
    int add(LinkedPair pair) {
        pairs.add(pair);
        return first + pairs.size() - 1;
    }

    LinkedPair get(int number) {
        return pairs.get(number - first);
    }

    /** Takes a pair out; false where it was out already. */
    boolean hide(int number) {
        boolean there = !hidden.get(number - first);
        hidden.set(number - first);
        return there;
    }

    /** Takes a pair in again that was taken out; false where it was in. */
    boolean show(int number) {
        boolean gone = hidden.get(number - first);
        hidden.clear(number - first);
        return gone;
    }

    PhrasePairs index(Vocabulary source, Vocabulary target) {
        IndexedText.Builder sources = new IndexedText.Builder(source);
        IndexedText.Builder targets = new IndexedText.Builder(target);
        for (LinkedPair pair : pairs) {
            sources.add(pair.source());
            targets.add(pair.target());
        }
        Links links = Links.of(pairs.stream().map(LinkedPair::links).toList());
        PhrasePairs indexed = new PhrasePairs(new IndexedBitext(sources.build(), targets.build()), links, first, WEIGHT, true);
        hidden.stream().forEach(k -> indexed.hide(first + k));
        return indexed;
    }
}
