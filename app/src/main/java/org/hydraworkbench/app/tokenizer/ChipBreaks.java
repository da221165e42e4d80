package org.hydraworkbench.app.tokenizer;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.List;

/** Which tokens may begin a line: those before which the sentence could be broken (UAX #14), so that words and numbers stay together. */
final class ChipBreaks {

    private ChipBreaks() {}

    /** @param pieces the sentence, part by part, with the spaces between them at the beginning of a part; a part alone may be a space */
    static BitSet of(List<String> pieces) {
        BreakIterator lines = BreakIterator.getLineInstance(ULocale.ROOT);
        lines.setText(String.join("", pieces));
        BitSet breaks = new BitSet();
        int start = 0;
        boolean afterSpace = false;
        for (int k = 0; k < pieces.size(); k++) {
            String piece = pieces.get(k);
            if (piece.isBlank()) {
                breaks.set(k, !afterSpace); // the space goes with what comes after it
            } else if (!afterSpace) {
                breaks.set(k, lines.isBoundary(start + piece.length() - piece.stripLeading().length()));
            }
            afterSpace = piece.isBlank();
            start += piece.length();
        }
        return breaks;
    }
}
