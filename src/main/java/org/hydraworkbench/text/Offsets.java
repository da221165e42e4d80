package org.hydraworkbench.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Converts positions within one text between the three ways of counting: Unicode code points (what spans and edits use),
 * UTF-16 units (what Java strings and text fields use) and UTF-8 bytes (what byte-level tokenizers use). This is the one
 * place where such conversions are made. Immutable.
 *
 * <p>A position between two halves of a character counts as the position before that character. A lone surrogate counts as
 * one code point and, like U+FFFD that replaces it in UTF-8, as three bytes.
 */
public final class Offsets {

    private final String text;
    private final int codePoints;
    /** UTF-16 position of each code point, and the length at the end; null while the two are the same. */
    private final int @Nullable [] utf16;
    /** UTF-8 position of each code point, and the length at the end; null while the two are the same. */
    private final int @Nullable [] utf8;

    private Offsets(String text) {
        this.text = text;
        boolean wide = false;
        boolean ascii = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide |= Character.isSurrogate(c);
            ascii &= c < 0x80;
        }
        codePoints = wide ? text.codePointCount(0, text.length()) : text.length();
        utf16 = wide ? new int[codePoints + 1] : null;
        utf8 = ascii ? null : new int[codePoints + 1];
        if (utf8 != null) {
            fill(utf16, utf8);
        }
    }

    private void fill(int @Nullable [] units, int[] bytes) {
        int unit = 0;
        int size = 0;
        for (int i = 0; i < codePoints; i++) {
            if (units != null) {
                units[i] = unit;
            }
            bytes[i] = size;
            int c = text.codePointAt(unit);
            unit += Character.charCount(c);
            size += utf8Length(c);
        }
        if (units != null) {
            units[codePoints] = unit;
        }
        bytes[codePoints] = size;
    }

    public static Offsets of(String text) {
        return new Offsets(text);
    }

    /** Number of UTF-8 bytes of a code point, 1 to 4; 3 for a surrogate, which is written as U+FFFD. */
    public static int utf8Length(int codePoint) {
        return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    }

    /** Length of the text in code points. */
    public int codePoints() {
        return codePoints;
    }

    /** UTF-16 index of a code point; the string's length for the position after the last. */
    public int toUtf16(int codePoint) {
        return utf16 == null ? checked(codePoint) : utf16[codePoint];
    }

    /** Code point position of a UTF-16 index. */
    public int fromUtf16(int index) {
        return utf16 == null ? checked(index) : find(utf16, index);
    }

    /** UTF-8 byte offset of a code point; the length in bytes for the position after the last. */
    public int toUtf8(int codePoint) {
        return utf8 == null ? checked(codePoint) : utf8[codePoint];
    }

    /** Code point position of a UTF-8 byte offset. */
    public int fromUtf8(int offset) {
        return utf8 == null ? checked(offset) : find(utf8, offset);
    }

    /** The character at a code point position. */
    public int codePointAt(int codePoint) {
        return text.codePointAt(toUtf16(codePoint));
    }

    /** The part of the text that a span covers. */
    public String slice(Span span) {
        return slice(span.start(), span.end());
    }

    /** The part of the text between two code point positions. */
    public String slice(int start, int end) {
        return text.substring(toUtf16(start), toUtf16(end));
    }

    private int checked(int position) {
        if (position < 0 || position > codePoints) {
            throw new IndexOutOfBoundsException("position " + position + " in a text of " + codePoints);
        }
        return position;
    }

    private static int find(int[] starts, int position) {
        if (position < 0 || position > starts[starts.length - 1]) {
            throw new IndexOutOfBoundsException("position " + position + " in a text of " + starts[starts.length - 1]);
        }
        int found = Arrays.binarySearch(starts, position);
        return found >= 0 ? found : -found - 2;
    }
}
