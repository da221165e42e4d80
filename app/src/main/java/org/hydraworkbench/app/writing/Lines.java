package org.hydraworkbench.app.writing;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A text broken into lines. What may not be parted, mostly a word, is measured once; so every width can be tried at little cost. Lines end
 * where the Unicode line breaking algorithm lets them (UAX #14; Thai and its like by a dictionary), and within a word only when it is wider
 * than a line.
 */
final class Lines {

    /**
     * A line, as it is shown.
     *
     * @param start its first character (UTF-16)
     * @param end one past the last that is to be seen: spaces at the end of a line are not
     */
    record Line(int start, int end) {}

    /**
     * What may not be parted.
     *
     * @param end one past the last character, spaces behind included
     * @param seen one past the last character that is to be seen
     * @param width with the spaces behind, in pixels
     * @param seenWidth without them
     * @param last whether the line ends here by itself
     */
    private record Piece(int start, int seen, int end, double width, double seenWidth, boolean last) {}

    private static final double TOLERANCE = 0.5;

    private final String text;
    private final ToDoubleFunction<String> ruler;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param ruler measures a part of the text, in pixels */
    Lines(String text, ToDoubleFunction<String> ruler) {
        this.text = text;
        this.ruler = ruler;
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(piece(start, end));
            start = end;
        }
    }

    private Piece piece(int start, int end) {
        int seen = end;
        boolean last = false;
        while (seen > start && Character.isWhitespace(text.charAt(seen - 1))) {
            seen--;
            last |= text.charAt(seen) == '\n';
        }
        int ink = start;
        while (ink < seen && text.charAt(ink) == '\n') {
            ink++;
        }
        String shown = text.substring(ink, seen);
        String spaces = text.substring(seen, end).replace("\n", "").replace("\r", "");
        double width = shown.isEmpty() ? 0 : ruler.applyAsDouble(shown);
        double all = spaces.isEmpty() ? width : ruler.applyAsDouble(shown + spaces);
        return new Piece(ink, seen, end, all, width, last);
    }

    /** The width of the longest line when none is broken. */
    double width() {
        double longest = 0;
        double width = 0;
        for (Piece piece : pieces) {
            longest = Math.max(longest, width + piece.seenWidth());
            width = piece.last() ? 0 : width + piece.width();
        }
        return longest;
    }

    /** The lines in a place of a width; at least one. */
    List<Line> within(double width) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        int seen = 0;
        double filled = 0;
        boolean open = false;
        for (Piece piece : pieces) {
            if (open && filled + piece.seenWidth() > width + TOLERANCE) {
                lines.add(new Line(start, seen));
                open = false;
            }
            if (!open) {
                start = piece.start();
                filled = 0;
                open = true;
                if (piece.seenWidth() > width + TOLERANCE) {
                    start = cut(piece, width, lines);
                    filled = ruler.applyAsDouble(text.substring(start, piece.seen())) - piece.seenWidth();
                }
            }
            seen = piece.seen();
            filled += piece.width();
            if (piece.last()) {
                lines.add(new Line(start, seen));
                open = false;
            }
        }
        if (open || lines.isEmpty()) {
            lines.add(new Line(start, seen));
        }
        return lines;
    }

    /** Cuts lines from a word that is too wide, between what a reader sees as characters; where its rest begins. */
    private int cut(Piece piece, double width, List<Line> lines) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text.substring(piece.start(), piece.seen()));
        int start = 0;
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            int from = piece.start() + start;
            if (end > start && ruler.applyAsDouble(text.substring(from, piece.start() + next)) > width + TOLERANCE) {
                lines.add(new Line(from, piece.start() + end));
                start = end;
            }
            end = next;
        }
        return piece.start() + start;
    }
}
