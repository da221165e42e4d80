package org.hydraworkbench.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.lang.Character.UnicodeScript;

/** What kind of character a code point is, for words and units; canonical composition, and small letters. */
public final class Characters {

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();
    private static final Normalizer2 NFD = Normalizer2.getNFDInstance();
    /** Below this every character is composed already, and none combines with the one before it. */
    private static final int FIRST_COMBINING = 0x300;
    /** The last of the marks that Latin, Greek and Cyrillic letters bear. */
    private static final int LAST_DIACRITIC = 0x36F;
    /** Below this no character is composed. */
    private static final int FIRST_COMPOSED = 0xC0;

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

    /**
     * Whether the character's script is written without spaces and nobody has a dictionary of its words here (Tai scripts,
     * Javanese, Balinese, Yi, …): the least part that can be told is a letter with its marks.
     */
    public static boolean isOfScriptWithoutDictionary(int codePoint) {
        if (codePoint < 0xE00) {
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case YI, TAI_THAM, NEW_TAI_LUE, TAI_VIET, JAVANESE, BALINESE, NUSHU, TANGUT -> true;
            default -> false;
        };
    }

    /**
     * Prints nothing and shapes no letter: soft hyphens, marks of direction, zero-width spaces, byte order marks. Joiners and
     * variation selectors, which change what is seen, are not among them.
     */
    public static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            case 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF -> true;
            default -> codePoint >= 0x202A && codePoint <= 0x202E || codePoint >= 0x2060 && codePoint <= 0x206F;
        };
    }

    /** A visible character that stands where others write a space: the Tibetan tsheg, the Ethiopic and ancient word dividers. */
    public static boolean isWordDivider(int codePoint) {
        return switch (codePoint) {
            case 0xF0B, 0xF0C, 0x1361, 0x2E31, 0x10100, 0x10101, 0x1039F, 0x103D0, 0x1091F, 0x12470 -> true;
            default -> false;
        };
    }

    /** A text in small letters, whatever the language of the computer. */
    public static String lower(String text) {
        return UCharacter.toLowerCase(ULocale.ROOT, text);
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

    /** The text without the accents and other diacritics of Latin, Greek and Cyrillic letters, in normalisation form C. */
    public static String withoutDiacritics(String text) {
        if (text.chars().allMatch(letter -> letter < FIRST_COMPOSED)) {
            return text;
        }
        String decomposed = NFD.normalize(text);
        StringBuilder kept = new StringBuilder(decomposed.length());
        for (int k = 0; k < decomposed.length(); k++) {
            char letter = decomposed.charAt(k);
            if (letter < FIRST_COMBINING || letter > LAST_DIACRITIC) {
                kept.append(letter);
            }
        }
        return NFC.normalize(kept);
    }
}
