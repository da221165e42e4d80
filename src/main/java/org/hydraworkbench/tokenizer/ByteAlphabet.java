package org.hydraworkbench.tokenizer;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The two ways in which pieces spell single bytes: the printable character that byte-level tokenizers put for each of the 256
 * bytes (Radford et al. 2019, "Language Models are Unsupervised Multitask Learners", reference code), and {@code <0xNN>} of
 * byte fallback (Kudo and Richardson 2018).
 */
final class ByteAlphabet {

    private static final char[] CHARACTER = new char[256];
    private static final int[] BYTE = new int[324];

    static {
        Arrays.fill(BYTE, -1);
        int next = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = b >= '!' && b <= '~' || b >= 0xA1 && b <= 0xAC || b >= 0xAE;
            CHARACTER[b] = (char) (printable ? b : next++);
            BYTE[CHARACTER[b]] = b;
        }
    }

    private ByteAlphabet() {}

    /** The character that stands for a byte, 0 to 255, in byte-level pieces. */
    static char character(int value) {
        return CHARACTER[value];
    }

    /** The byte that a character stands for, or -1. */
    static int value(char character) {
        return character < BYTE.length ? BYTE[character] : -1;
    }

    /** The bytes that a byte-level piece spells; characters outside the alphabet stand for their own UTF-8 bytes. */
    static byte[] bytes(String piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length());
        for (int i = 0; i < piece.length(); ) {
            int c = piece.codePointAt(i);
            int b = c < BYTE.length ? BYTE[c] : -1;
            if (b >= 0) {
                out.write(b);
            } else {
                out.writeBytes(Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            }
            i += Character.charCount(c);
        }
        return out.toByteArray();
    }

    /** {@code <0xNN>}. */
    static String fallbackPiece(int value) {
        return "<0x" + HexFormat.of().withUpperCase().toHexDigits((byte) value) + ">";
    }

    /** The byte that a piece of the form {@code <0xNN>} stands for, or -1 for any other piece. */
    static int fallbackValue(String piece) {
        if (piece.length() != 6 || !piece.startsWith("<0x") || piece.charAt(5) != '>') {
            return -1;
        }
        int high = Character.digit(piece.charAt(3), 16);
        int low = Character.digit(piece.charAt(4), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
