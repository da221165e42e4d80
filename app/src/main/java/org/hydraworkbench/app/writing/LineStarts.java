package org.hydraworkbench.app.writing;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.List;

/** Which pieces of a text may begin a line: those before which the text could be broken (UAX #14), so that words and numbers stay together. */
final class LineStarts {

    private LineStarts() {}

    /** @param pieces the text, part by part, with the spaces between them at the beginning of a part; a part alone may be a space */
    static BitSet of(List<String> pieces) {
        BreakIterator lines = BreakIterator.getLineInstance(ULocale.ROOT);
        lines.setText(String.join("", pieces));
        BitSet starts = new BitSet();
        int start = 0;
        boolean afterSpace = false;
        for (int k = 0; k < pieces.size(); k++) {
            String piece = pieces.get(k);
            if (piece.isBlank()) {
                starts.set(k, !afterSpace); // the space goes with what comes after it
            } else if (!afterSpace) {
                starts.set(k, lines.isBoundary(start + piece.length() - piece.stripLeading().length()));
            }
            afterSpace = piece.isBlank();
            start += piece.length();
        }
        return starts;
    }
}
