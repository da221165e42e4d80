package org.hydraworkbench.app.writing;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.text.Direction;

/**
 * In which order the pieces of a text, each shown by itself, stand on a line: that in which the text is read, by the Unicode bidirectional
 * algorithm. Pieces of words and numbers that run against the text keep their own order. And which of them may begin a line.
 */
public final class ReadingOrder {

    /** Of each character (UTF-16) of the text: how deep it lies in runs of either way; an odd number runs from right to left. */
    private final byte[] levels;
    /** The first character of each piece that is no space, and at the end the length of the text. */
    private final int[] starts;

    private final BitSet lineStarts;

    private ReadingOrder(byte[] levels, int[] starts, BitSet lineStarts) {
        this.levels = levels;
        this.starts = starts;
        this.lineStarts = lineStarts;
    }

    /**
     * The order of these pieces.
     *
     * @param pieces the text, part by part, with the spaces between them at the beginning of a part
     * @param way which way the text runs
     */
    public static ReadingOrder of(List<String> pieces, Direction way) {
        int[] starts = new int[pieces.size() + 1];
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < pieces.size(); k++) {
            String piece = pieces.get(k).isEmpty() ? " " : pieces.get(k);
            starts[k] = text.length() + Math.min(piece.length() - piece.stripLeading().length(), piece.length() - 1);
            text.append(piece);
        }
        starts[pieces.size()] = text.length();
        Bidi bidi = new Bidi(
                text.toString(), way == Direction.RIGHT_TO_LEFT ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        byte[] levels = new byte[text.length()];
        for (int k = 0; k < levels.length; k++) {
            levels[k] = (byte) bidi.getLevelAt(k);
        }
        return new ReadingOrder(levels, starts, LineStarts.of(pieces));
    }

    /** The order of words; those of one character, digits of a number for instance, follow each other without a space. */
    public static ReadingOrder ofWords(List<String> words, Direction way) {
        List<String> pieces = new ArrayList<>();
        boolean single = false;
        for (String word : words) {
            boolean nextSingle = word.codePointCount(0, word.length()) == 1;
            pieces.add(single && nextSingle ? word : " " + word);
            single = nextSingle;
        }
        return of(pieces, way);
    }

    /** Which way the piece with this number runs. */
    public Direction direction(int piece) {
        return levels[starts[piece]] % 2 == 1 ? Direction.RIGHT_TO_LEFT : Direction.LEFT_TO_RIGHT;
    }

    /** Whether a line may begin with the piece with this number, so that words and numbers stay together. */
    public boolean mayBeginLine(int piece) {
        return lineStarts.get(piece);
    }

    /** What stands for the pieces from the {@code first} on, on one line, from left to right. */
    public <T> List<T> fromLeft(List<T> line, int first) {
        if (line.isEmpty()) {
            return line;
        }
        int start = starts[first];
        Integer[] characters = IntStream.range(start, starts[first + line.size()]).boxed().toArray(Integer[]::new);
        Bidi.reorderVisually(levels, start, characters, 0, characters.length);
        int[] places = new int[characters.length];
        for (int place = 0; place < places.length; place++) {
            places[characters[place] - start] = place;
        }
        return IntStream.range(0, line.size())
                .boxed()
                .sorted(Comparator.comparingInt(piece -> places[starts[first + piece] - start]))
                .map(line::get)
                .toList();
    }
}
