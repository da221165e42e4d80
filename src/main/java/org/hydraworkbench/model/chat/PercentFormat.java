package org.hydraworkbench.model.chat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code "%s has %d" % (a, b)}: the conversions s, r, d, i and f with flags, width and digits. */
final class PercentFormat {

    private static final Pattern CONVERSION = Pattern.compile("%(?:%|([-0]*)([0-9]{0,4})(?:\\.([0-9]{1,3}))?([srdif]))");
    private static final int USUAL_DIGITS = 6;

    private PercentFormat() {}

    /** With one value, which need not be used when it could be asked for parts. */
    static String formatOne(String pattern, Object value) {
        boolean hasParts = value instanceof Map<?, ?> || value instanceof Undefined || Values.sequence(value) != null;
        return format(pattern, List.of(value), hasParts);
    }

    /** With as many values as there are conversions. */
    static String format(String pattern, List<Object> values) {
        return format(pattern, values, false);
    }

    private static String format(String pattern, List<Object> values, boolean unusedMayStay) {
        Output out = new Output();
        Iterator<Object> rest = values.iterator();
        Matcher matcher = CONVERSION.matcher(pattern);
        int at = 0;
        for (int percent = pattern.indexOf('%'); percent >= 0; percent = pattern.indexOf('%', at)) {
            out.add(pattern.substring(at, percent));
            if (!matcher.find(percent) || matcher.start() != percent) {
                throw new TemplateFailure("a format with % has a conversion that is not known here");
            }
            out.add(matcher.group(4) == null ? "%" : one(matcher, rest));
            at = matcher.end();
        }
        if (rest.hasNext() && !unusedMayStay) {
            throw new TemplateFailure("a format with % is given more values than it has places for");
        }
        return out.add(pattern.substring(at)).text();
    }

    private static String one(Matcher conversion, Iterator<Object> rest) {
        if (!rest.hasNext()) {
            throw new TemplateFailure("a format with % has more places than values");
        }
        Object value = rest.next();
        String digits = conversion.group(3);
        char kind = conversion.group(4).charAt(0);
        String text = switch (kind) {
            case 's', 'r' -> {
                String whole = kind == 's' ? Printed.text(value) : Printed.literal(value);
                yield digits == null ? whole : CodePoints.part(whole, 0, Math.min(CodePoints.length(whole), Integer.parseInt(digits)));
            }
            case 'f' -> fixed(number(value), digits == null ? USUAL_DIGITS : Integer.parseInt(digits));
            default -> {
                if (digits != null) {
                    throw new TemplateFailure("a format with % has a conversion that is not known here");
                }
                yield whole(number(value)).toString();
            }
        };
        int width = conversion.group(2).isEmpty() ? 0 : Integer.parseInt(conversion.group(2));
        return padded(text, width, conversion.group(1), kind != 's' && kind != 'r');
    }

    private static Object number(Object value) {
        if (Numbers.isNumber(value)) {
            return value;
        }
        throw value instanceof Undefined undefined
                ? undefined.failure()
                : new TemplateFailure("a format with % has a value of the type " + Values.typeName(value) + " where a number should be");
    }

    private static BigInteger whole(Object number) {
        BigInteger integer = Numbers.integer(number);
        double real = integer == null ? Numbers.real(number) : 0;
        if (!Double.isFinite(real)) {
            throw new TemplateFailure("a number that is not finite has no whole part");
        }
        return integer == null ? new BigDecimal(real).toBigInteger() : integer;
    }

    private static String fixed(Object number, int digits) {
        double real = Numbers.real(number);
        if (!Double.isFinite(real)) {
            return Printed.real(real);
        }
        String text = new BigDecimal(real).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        return 1 / real < 0 && !text.startsWith("-") ? "-" + text : text;
    }

    private static String padded(String text, int width, String flags, boolean numeric) {
        int missing = width - CodePoints.length(text);
        if (missing <= 0) {
            return text;
        }
        if (flags.contains("-")) {
            return text + " ".repeat(missing);
        }
        if (!numeric || !flags.contains("0")) {
            return " ".repeat(missing) + text;
        }
        int sign = text.startsWith("-") ? 1 : 0;
        return text.substring(0, sign) + "0".repeat(missing) + text.substring(sign);
    }
}
