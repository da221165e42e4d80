package org.hydraworkbench.decode.phrase;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.hydraworkbench.align.tables.IndexedText;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.text.Characters;

/** The words that can be translated, and which of them stands in for one that cannot: another casing, else a word that begins alike. */
final class SourceWords {

    private static final int SHORTEST_STEM = 4;

    /** How much of a word its stem is at least. */
    private static final double LEAST_SHARE = 0.6;

    private final Vocabulary vocabulary;
    private final Casing casing;
    /** The most frequent word with each beginning. */
    private final Object2IntOpenHashMap<String> stems = new Object2IntOpenHashMap<>();

    SourceWords(IndexedText text, Casing casing) {
        this.vocabulary = text.vocabulary();
        this.casing = casing;
        stems.defaultReturnValue(Vocabulary.ABSENT);
        int[] frequencies = text.frequencies();
        for (int id = 0; id < frequencies.length; id++) {
            String form = Characters.lower(vocabulary.form(id));
            for (int n = SHORTEST_STEM; n <= form.length() && frequencies[id] > 0; n++) {
                String stem = form.substring(0, n);
                int other = stems.getInt(stem);
                if (other == Vocabulary.ABSENT || frequencies[other] < frequencies[id]) {
                    stems.put(stem, id);
                }
            }
        }
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    Casing casing() {
        return casing;
    }

    /** The number of a word like a given one that is unknown, or {@link Vocabulary#ABSENT}. */
    int like(String form) {
        String usual = casing.usual(form);
        int other = usual == null ? Vocabulary.ABSENT : vocabulary.id(usual);
        String lower = Characters.lower(form);
        int shortest = Math.max(SHORTEST_STEM, (int) Math.ceil(LEAST_SHARE * lower.length()));
        for (int n = lower.length(); n >= shortest && other == Vocabulary.ABSENT; n--) {
            other = stems.getInt(lower.substring(0, n));
        }
        return other;
    }
}
