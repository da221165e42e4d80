package org.hydraworkbench.app.writing;

import java.text.Bidi;
import java.util.List;
import org.hydraworkbench.text.Direction;

/**
 * In which order the pieces of a text, each shown by itself, stand on a line: that in which the text is read, by the Unicode bidirectional
 * algorithm. Pieces of words and numbers that run against the text keep their own order.
 */
public final class ReadingOrder {

    private final byte[] levels;

    private ReadingOrder(byte[] levels) {
        this.levels = levels;
    }

    /**
     * The order of these pieces.
     *
     * @param pieces the text, part by part, with the spaces between them at the beginning of a part
     * @param way which way the text runs
     */
    public static ReadingOrder of(List<String> pieces, Direction way) {
        int[] starts = new int[pieces.size()];
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < starts.length; k++) {
            String piece = pieces.get(k);
            int spaces = piece.length() - piece.stripLeading().length();
            starts[k] = text.length() + Math.min(spaces, Math.max(0, piece.length() - 1));
            text.append(piece);
        }
        Bidi bidi = new Bidi(
                text.toString(), way == Direction.RIGHT_TO_LEFT ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[starts.length];
        for (int k = 0; k < starts.length; k++) {
            levels[k] = (byte) bidi.getLevelAt(starts[k]);
        }
        return new ReadingOrder(levels);
    }

    /** Which way the piece with this number runs. */
    public Direction direction(int piece) {
        return levels[piece] % 2 == 1 ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    }

    /** Brings what stands for the pieces from the {@code first} on, on one line, into the order from left to right. */
    public void order(Object[] line, int first) {
        Bidi.reorderVisually(levels, first, line, 0, line.length);
    }
}
