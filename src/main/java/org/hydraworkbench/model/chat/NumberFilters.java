package org.hydraworkbench.model.chat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Filters that make numbers. */
final class NumberFilters {

    private NumberFilters() {}

    static void addTo(Map<String, Filters.Filter> all) {
        all.put("abs", NumberFilters::abs);
        all.put("int", NumberFilters::integer);
        all.put("float", NumberFilters::real);
        all.put("round", NumberFilters::round);
    }

    private static Object abs(Object input, Arguments arguments) {
        arguments.bind("abs", 0);
        if (input instanceof Double number) {
            return Math.abs(number);
        }
        return Numbers.whole(whole(number("abs", input)).abs());
    }

    private static Object number(String who, Object value) {
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (!Numbers.isNumber(value)) {
            throw new TemplateFailure(who + " takes a number, not a value of the type " + Values.typeName(value));
        }
        return value;
    }

    private static BigInteger whole(Object number) {
        return Objects.requireNonNull(Numbers.integer(number));
    }

    private static Object integer(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("int", 0, "default", "base");
        Object otherwise = given.or("default", 0L);
        int base = given.integer("base", 10);
        if (input instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (input instanceof Double number) {
            if (Double.isInfinite(number)) {
                throw new TemplateFailure("an infinite number has no whole part");
            }
            return Double.isNaN(number) ? otherwise : Numbers.whole(new BigDecimal(number).toBigInteger());
        }
        if (input instanceof String text) {
            BigInteger parsed = NumberText.integer(text, base);
            Double real = parsed == null ? NumberText.real(text) : null;
            if (real != null && Double.isFinite(real)) {
                return Numbers.whole(new BigDecimal(real).toBigInteger());
            }
            return parsed == null ? otherwise : Numbers.whole(parsed);
        }
        BigInteger whole = Numbers.integer(input);
        return whole == null ? otherwise : Numbers.whole(whole);
    }

    private static Object real(Object input, Arguments arguments) {
        Object otherwise = arguments.bind("float", 0, "default").or("default", 0.0);
        if (input instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (Numbers.isNumber(input)) {
            return Numbers.real(input);
        }
        @Nullable Double parsed = input instanceof String text ? NumberText.real(text) : null;
        return parsed == null ? otherwise : parsed;
    }

    private static Object round(Object input, Arguments arguments) {
        Arguments.Bound given = arguments.bind("round", 0, "precision", "method");
        int digits = given.integer("precision", 0);
        String method = given.or("method", "common") instanceof String text ? text : "";
        Object number = number("round", input);
        if (Math.abs(digits) > 400) {
            throw given.wrong("precision", "a number of digits");
        }
        return switch (method) {
            case "common" -> rounded(number, digits);
            case "ceil", "floor" -> {
                Object scale = Arithmetic.binary("**", 10L, (long) digits);
                double scaled = Numbers.real(Arithmetic.binary("*", number, scale));
                if (!Double.isFinite(scaled)) {
                    throw new TemplateFailure("a number that is not finite cannot be rounded");
                }
                double whole = method.equals("ceil") ? Math.ceil(scaled) : Math.floor(scaled);
                yield Arithmetic.binary("/", Numbers.whole(new BigDecimal(whole).toBigInteger()), scale);
            }
            default -> throw given.wrong("method", "common, ceil or floor");
        };
    }

    private static Object rounded(Object number, int digits) {
        if (number instanceof Double real) {
            if (!Double.isFinite(real) || real == 0) {
                return real;
            }
            double rounded = new BigDecimal(real).setScale(digits, RoundingMode.HALF_EVEN).doubleValue();
            return Math.copySign(rounded, real);
        }
        BigInteger whole = whole(number);
        return Numbers.whole(digits >= 0 ? whole : new BigDecimal(whole).setScale(digits, RoundingMode.HALF_EVEN).toBigInteger());
    }
}
