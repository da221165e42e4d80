package org.hydraworkbench.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** Knows text in UTF-16, which in most alphabets is no fault in UTF-8, but has a zero beside every space and line end. */
final class Utf16 {

    private static final int SNIFFED = 4096;

    private Utf16() {}

    /** The encoding that the mark at the beginning of a file names; null when there is none. */
    static @Nullable Charset marked(InputFile file) throws InputException {
        return hasMark(file.peek(2)) ? StandardCharsets.UTF_16 : null;
    }

    /** The encoding of a file without a mark that seems to be in UTF-16 all the same; null for another. */
    static @Nullable Charset likely(InputFile file) throws InputException {
        byte[] head = file.peek(SNIFFED);
        return hasZerosBeside(head, 1) ? StandardCharsets.UTF_16LE : hasZerosBeside(head, 0) ? StandardCharsets.UTF_16BE : null;
    }

    /** Whether a file that begins so is text in UTF-16. */
    static boolean isLikely(byte[] head) {
        return hasMark(head) || hasZerosBeside(head, 0) || hasZerosBeside(head, 1);
    }

    private static boolean hasMark(byte[] head) {
        return head.length >= 2
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF);
    }

    /**
     * Whether the characters are pairs of bytes of which one is often zero, at even places (big endian) or odd ones. Most white space
     * has its zero; where there is none, at least a third of all bytes is zero.
     *
     * @param zeros the place of the zero in a pair, 0 or 1
     */
    private static boolean hasZerosBeside(byte[] head, int zeros) {
        int found = 0;
        int spaces = 0;
        int beside = 0;
        for (int pair = 0; pair + 1 < head.length; pair += 2) {
            byte high = head[pair + zeros];
            byte low = head[pair + 1 - zeros];
            if (low == 0) {
                return false;
            }
            found += high == 0 ? 1 : 0;
            if (low == ' ' || low == '\t' || low == '\n' || low == '\r') {
                spaces++;
                beside += high == 0 ? 1 : 0;
            }
        }
        return spaces > 0 ? 2 * beside > spaces : found > 0 && 3 * found >= head.length;
    }
}
