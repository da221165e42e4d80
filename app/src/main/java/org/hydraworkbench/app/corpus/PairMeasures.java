package org.hydraworkbench.app.corpus;

import org.hydraworkbench.app.shell.Texts;
import org.hydraworkbench.project.corpora.PairRow;

/** Lengths of a pair, as the table shows them. Lengths are code points. */
final class PairMeasures {

    private PairMeasures() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Both lengths, {@code 24 / 31}. */
    static String lengths(PairRow pair) {
        return length(pair.source()) + " / " + length(pair.target());
    }

    /** Target length by source length; a dash where one side is empty. */
    static String ratio(PairRow pair) {
        int source = length(pair.source());
        int target = length(pair.target());
        return source == 0 || target == 0 ? "–" : "%.2f".formatted((double) target / source);
    }

    static String state(PairRow pair) {
        return pair.excluded() ? Texts.get("corpus.excluded") : "";
    }
}
