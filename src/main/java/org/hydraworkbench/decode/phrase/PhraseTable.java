package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How phrases were translated (Koehn et al. 2003). Nothing is written down beforehand: where a phrase of the sentence stands in the text is
 * looked up, and its translations are read off the links there (Callison-Burch et al. 2005; Lopez 2007), so that what is added to the text
 * or taken out of it counts at once.
 */
final class PhraseTable {

    private static final double DISCOUNT = 0.4;
    private static final double LEAST = 0.1;

    private final List<PhrasePairs> layers;

    PhraseTable(List<PhrasePairs> layers) {
        this.layers = List.copyOf(layers);
    }

    /**
     * A translation of a phrase.
     *
     * @param words numbers of its words
     * @param count how often it was seen
     * @param confirmed how often of these in pairs that a person added, each as sure as its links are
     * @param all how often the phrase was seen translated
     * @param pair where it was seen
     */
    record Translation(int[] words, double count, double confirmed, double all, int pair) {

        /** log P(target phrase | source phrase), the count discounted by 0.4. */
        double logProbability() {
            return Math.log(Math.max(count - DISCOUNT, LEAST) / all);
        }
    }

    /** The translations of every phrase that begins at a word, by the number of the phrase's words less one, the most frequent first. */
    List<List<Translation>> from(int[] sentence, int start) {
        List<List<Translation>> all = new ArrayList<>();
        List<PhrasePairs.Cursor> cursors = new ArrayList<>();
        layers.forEach(layer -> cursors.add(layer.new Cursor()));
        for (int at = start; at < Math.min(sentence.length, start + PhrasePairs.LONGEST_SOURCE) && sentence[at] >= 0; at++) {
            int word = sentence[at];
            cursors.removeIf(cursor -> !cursor.next(word));
            if (cursors.isEmpty()) {
                break;
            }
            PhrasePairs.Found found = new PhrasePairs.Found();
            cursors.forEach(cursor -> cursor.collect(found));
            all.add(found.targets.values().stream()
                    .map(target -> new Translation(target.words, target.count, target.confirmed, found.all, target.pair))
                    .sorted(Comparator.comparingDouble((Translation t) -> -t.count).thenComparing(t -> t.words, Arrays::compare))
                    .toList());
        }
        return all;
    }
}
