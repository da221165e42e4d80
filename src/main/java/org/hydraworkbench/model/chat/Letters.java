package org.hydraworkbench.model.chat;

import java.util.Locale;

/** Upper and lower case, as Python has them. */
final class Letters {

    private Letters() {}

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The first letter large, all others small. */
    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int end = text.offsetByCodePoints(0, 1);
        return first(text.codePointAt(0)) + lower(text.substring(end));
    }

    /** The first of each run of letters large, all others small. */
    static String title(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int letter = text.codePointAt(at);
            int end = at + Character.charCount(letter);
            if (!isCased(letter)) {
                out.appendCodePoint(letter);
                at = end;
                continue;
            }
            int rest = end;
            while (end < text.length() && isCased(text.codePointAt(end))) {
                end += Character.charCount(text.codePointAt(end));
            }
            out.append(first(letter)).append(lower(text.substring(rest, end)));
            at = end;
        }
        return out.toString();
    }

    /** A letter that makes several large ones, as ß does, begins with one large and goes on with small ones. */
    private static String first(int letter) {
        String upper = upper(Character.toString(letter));
        return CodePoints.length(upper) == 1
                ? Character.toString(Character.toTitleCase(letter))
                : upper.charAt(0) + lower(upper.substring(1));
    }

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    private static boolean isCased(int letter) {
        return Character.isUpperCase(letter) || Character.isLowerCase(letter) || Character.isTitleCase(letter);
    }
}
