package org.hydraworkbench.tokenizer;

import com.ibm.icu.text.Normalizer2;
import org.hydraworkbench.text.Characters;

/** A table of what training must know of a character: its class, and whether it can need normalising. */
final class CharacterClasses {

    static final int OTHER = 0;
    static final int LETTER = 1;
    static final int NUMBER = 2;
    static final int SPACE = 3;

    private static final int CLASS = 3;
    /** The character may combine with its neighbours, or is written otherwise in normalisation form C. */
    private static final int UNSTABLE = 4;
    private static final byte[] PLANE = new byte[1 << 16];

    static {
        for (int c = 0; c < PLANE.length; c++) {
            PLANE[c] = (byte) compute(c);
        }
    }

    private CharacterClasses() {}

    /** {@link #OTHER}, {@link #LETTER} (marks too), {@link #NUMBER} or {@link #SPACE} (U+0020 only). */
    static int of(int codePoint) {
        return (codePoint < PLANE.length ? PLANE[codePoint] : compute(codePoint)) & CLASS;
    }

    /** The class of a byte that is an ASCII character. */
    static int ofAscii(byte character) {
        return PLANE[character] & CLASS;
    }

    /** Whether a text with this character may not be in normalisation form C. */
    static boolean isUnstable(int codePoint) {
        return ((codePoint < PLANE.length ? PLANE[codePoint] : compute(codePoint)) & UNSTABLE) != 0;
    }

    private static int compute(int c) {
        int kind = Characters.isLetterOrMark(c) ? LETTER : Characters.isNumber(c) ? NUMBER : c == ' ' ? SPACE : OTHER;
        boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        Normalizer2 nfc = Normalizer2.getNFCInstance();
        boolean stable = surrogate || nfc.hasBoundaryBefore(c) && nfc.isNormalized(Character.toString(c));
        return kind | (stable ? 0 : UNSTABLE);
    }
}
