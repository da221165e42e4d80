package org.hydraworkbench.align.hmm;

import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.Locale;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.text.Characters;

/**
 * How alike two words are spelled, across scripts: both are brought into plain Latin letters, and the length of their longest common
 * subsequence is divided by the length of the longer one (Melamed 1995). Words of up to three letters must be equal. Used by one thread.
 */
final class Cognates {

    /** Words less alike than this count as unrelated. */
    static final float THRESHOLD = 0.6f;

    private static final float LEAST = 1e-3f;
    private static final int LONGEST = 64;
    private static final int SHORTEST = 4;
    private static final int LETTERS = 128;

    private final long[] places = new long[LETTERS];
    private String given = "";

    /** A word in plain Latin letters, as {@link #similarity} wants it. */
    String latin(String form) {
        String latin = bare(form);
        if (!isPlain(latin)) {
            latin = Transliteration.TO_LATIN.transliterate(form);
        }
        return latin.length() <= LONGEST ? latin : latin.substring(0, LONGEST);
    }

    /** Whether only a transliteration makes plain Latin letters of a word; the first one takes half a second to get ready. */
    static boolean needsTransliteration(String form) {
        return !isPlain(bare(form));
    }

    /** Small letters without diacritics. */
    private static String bare(String form) {
        return Characters.withoutDiacritics(form.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlain(String form) {
        for (int k = 0; k < form.length(); k++) {
            if (form.charAt(k) >= LETTERS) {
                return false;
            }
        }
        return true;
    }

    /** Made when the first word needs it. */
    private static final class Transliteration {

        static final Transliterator TO_LATIN =
                Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
    }

    /** Chooses the word, in plain Latin letters, that the next ones are compared with. */
    void compareWith(String word) {
        for (int k = 0; k < given.length(); k++) {
            places[given.charAt(k) % LETTERS] = 0;
        }
        for (int k = 0; k < word.length(); k++) {
            places[word.charAt(k) % LETTERS] |= 1L << k;
        }
        given = word;
    }

    /** How alike a word, in plain Latin letters, and the chosen one are, 0 to 1; forms of which no letter is left are like none. */
    float similarity(String word) {
        int n = given.length();
        int m = word.length();
        if (n == 0 || m == 0) {
            return 0f;
        }
        if (given.equals(word)) {
            return 1f;
        }
        int longer = Math.max(n, m);
        if (Math.min(n, m) < SHORTEST || Math.min(n, m) < THRESHOLD * longer) {
            return 0f;
        }
        long row = -1L; // bit-parallel longest common subsequence (Hyyrö 2004): a zero bit is one more letter in common
        for (int k = 0; k < m; k++) {
            long here = row & places[word.charAt(k) % LETTERS];
            row = (row + here) | (row - here);
        }
        long inUse = n == Long.SIZE ? -1L : (1L << n) - 1;
        return (float) Long.bitCount(~row & inUse) / longer;
    }

    /** For every pair of types the pseudo-count that their spelling is worth, 0 for words that are not alike. */
    static float[] pseudoCounts(TypePairs pairs, Workers workers, Progress progress) throws HydraException {
        Cognates[] byWorker = new Cognates[workers.threads()];
        Arrays.setAll(byWorker, worker -> new Cognates());
        String[] targets = byWorker[0].latin(pairs.bitext().target().vocabulary(), progress);
        String[] sources = byWorker[0].latin(pairs.bitext().source().vocabulary(), progress);
        float[] counts = new float[pairs.size()];
        pairs.forEachRow(workers, progress, (e, worker) -> {
            Cognates cognates = byWorker[worker];
            cognates.compareWith(sources[e]);
            for (int id = pairs.rowStarts()[e]; id < pairs.rowStarts()[e + 1]; id++) {
                float similarity = cognates.similarity(targets[pairs.columns()[id]]);
                if (similarity >= THRESHOLD) {
                    counts[id] = HmmModel.COGNATE_WEIGHT * (similarity - THRESHOLD) / (1 - THRESHOLD) + LEAST;
                }
            }
        });
        return counts;
    }

    private String[] latin(Vocabulary vocabulary, Progress progress) throws HydraException {
        String[] all = new String[vocabulary.size()];
        for (int type = 0; type < all.length; type++) {
            progress.checkCancelled();
            all[type] = latin(vocabulary.form(type));
        }
        return all;
    }
}
