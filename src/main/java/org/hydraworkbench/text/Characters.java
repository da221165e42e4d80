package org.hydraworkbench.text;

import com.ibm.icu.text.Normalizer2;
import java.lang.Character.UnicodeScript;

/** What kind of character a code point is, for words and units; and canonical composition. */
public final class Characters {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    /** Below this every character is composed already, and none combines with the one before it. */
    private static final int FIRST_COMBINING = 0x300;

    private static final int LETTER_OR_MARK = 1 << Character.UPPERCASE_LETTER
            | 1 << Character.LOWERCASE_LETTER
            | 1 << Character.TITLECASE_LETTER
            | 1 << Character.MODIFIER_LETTER
            | 1 << Character.OTHER_LETTER
            | 1 << Character.NON_SPACING_MARK
            | 1 << Character.COMBINING_SPACING_MARK
            | 1 << Character.ENCLOSING_MARK;
    private static final int NUMBER = 1 << Character.DECIMAL_DIGIT_NUMBER
            | 1 << Character.LETTER_NUMBER
            | 1 << Character.OTHER_NUMBER;

    private Characters() {}

    /** A letter or a combining mark: {@code \p{L}} or {@code \p{M}}. A mark belongs to the letter that it modifies. */
    public static boolean isLetterOrMark(int codePoint) {
        return (LETTER_OR_MARK >> Character.getType(codePoint) & 1) != 0;
    }

    /** {@code \p{N}}: digits of any script, fractions, letter-like numbers. */
    public static boolean isNumber(int codePoint) {
        return (NUMBER >> Character.getType(codePoint) & 1) != 0;
    }

    /** Anything that separates words without being seen: white space of any kind and the control characters. */
    public static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || Character.isISOControl(codePoint);
    }

    /** Whether the character's script is written without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese, …). */
    public static boolean isOfScriptWithoutSpaces(int codePoint) {
        if (codePoint < 0xE00) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO, YI, THAI, LAO, KHMER, MYANMAR, TIBETAN, TAI_THAM, NEW_TAI_LUE, TAI_VIET,
                    JAVANESE, BALINESE, NUSHU, TANGUT -> true;
            default -> false;
        };
    }

    /** The text in normalisation form C; the same string when it is in that form already. */
    public static String nfc(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING) {
                return NFC.isNormalized(text) ? text : NFC.normalize(text);
            }
        }
        return text;
    }
}
