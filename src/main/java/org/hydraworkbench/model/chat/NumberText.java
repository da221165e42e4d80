package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers in texts, as Python reads them: with white space around and {@code _} between digits. */
final class NumberText {

    private static final Pattern WHOLE = Pattern.compile("([+-]?)(?:0([xXoObB])_?)?([0-9a-zA-Z]+(?:_[0-9a-zA-Z]+)*)");
    private static final Pattern REAL = Pattern.compile(
            "[+-]?(?:[0-9]+(?:_[0-9]+)*\\.?(?:[0-9]+(?:_[0-9]+)*)?|\\.[0-9]+(?:_[0-9]+)*)(?:[eE][+-]?[0-9]+(?:_[0-9]+)*)?");
    private static final Pattern NOT_FINITE = Pattern.compile("([+-]?)(?:(inf|infinity)|nan)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_DIGITS = 4000;

    private NumberText() {}

    /** The whole number, or null when it is none in that base, which 16, 8 and 2 may have as a prefix. */
    static @Nullable BigInteger integer(String text, int base) {
        Matcher matcher = WHOLE.matcher(digits(text));
        if (!matcher.matches() || base < Character.MIN_RADIX || base > Character.MAX_RADIX || text.length() > MOST_DIGITS) {
            return null;
        }
        String prefix = matcher.group(2) == null ? "" : matcher.group(2).toLowerCase(Locale.ROOT);
        boolean prefixed = (base == 16 && prefix.equals("x")) || (base == 8 && prefix.equals("o")) || (base == 2 && prefix.equals("b"));
        if (!prefix.isEmpty() && !prefixed && base <= 10) {
            return null;
        }
        String unprefixed = prefixed ? matcher.group(3) : (prefix.isEmpty() ? "" : "0" + prefix) + matcher.group(3);
        try {
            return new BigInteger(matcher.group(1) + unprefixed.replace("_", ""), base);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The floating-point number, or null when it is none. */
    static @Nullable Double real(String text) {
        String digits = digits(text);
        Matcher special = NOT_FINITE.matcher(digits);
        if (special.matches()) {
            double value = special.group(2) == null ? Double.NaN : Double.POSITIVE_INFINITY;
            return special.group(1).equals("-") ? -value : value;
        }
        return REAL.matcher(digits).matches() ? Double.valueOf(digits.replace("_", "")) : null;
    }

    /** Without the white space around, and with the digits of all scripts as those of ASCII. */
    private static String digits(String text) {
        StringBuilder out = new StringBuilder();
        StringMethods.strip(text, null, true, true)
                .codePoints()
                .forEach(c -> out.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return out.toString();
    }
}
