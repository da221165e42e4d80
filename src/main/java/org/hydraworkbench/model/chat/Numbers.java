package org.hydraworkbench.model.chat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Whole numbers of any size, floating-point numbers, and truth values, which are the numbers 0 and 1. */
final class Numbers {

    /** Larger whole numbers are refused; nobody needs them, and they would take for ever. */
    private static final int MOST_BITS = 1 << 16;

    private Numbers() {}

    /** A whole number in its only form: a long where it fits. */
    static Object whole(BigInteger number) {
        if (number.bitLength() > MOST_BITS) {
            throw new TemplateFailure("a number becomes too large");
        }
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }

    static boolean isNumber(Object value) {
        return value instanceof Boolean || value instanceof Number;
    }

    /** The whole number or truth value as a whole number, or null for anything else. */
    static @Nullable BigInteger integer(Object value) {
        return switch (value) {
            case Boolean flag -> flag ? BigInteger.ONE : BigInteger.ZERO;
            case Long number -> BigInteger.valueOf(number);
            case BigInteger number -> number;
            default -> null;
        };
    }

    /** The nearest floating-point number of a number. */
    static double real(Object number) {
        return switch (number) {
            case Double real -> real;
            case Boolean flag -> flag ? 1 : 0;
            case Number whole when Double.isFinite(whole.doubleValue()) -> whole.doubleValue();
            default -> throw new TemplateFailure("a number is too large for a floating-point number");
        };
    }

    /** How two numbers compare; empty where one is not a number (NaN). */
    static OptionalInt compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return OptionalInt.of(Long.compare(a, b));
        }
        double a = plain(left);
        double b = plain(right);
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return OptionalInt.empty();
        }
        if (Double.isInfinite(a) || Double.isInfinite(b)) {
            return OptionalInt.of(Double.compare(a, b));
        }
        return OptionalInt.of(exact(left).compareTo(exact(right)));
    }

    /** A whole number that is too large for a floating-point one still is finite. */
    private static double plain(Object number) {
        return number instanceof Double real ? real : 0;
    }

    private static BigDecimal exact(Object number) {
        BigInteger whole = integer(number);
        return whole == null ? new BigDecimal((Double) number) : new BigDecimal(whole);
    }
}
