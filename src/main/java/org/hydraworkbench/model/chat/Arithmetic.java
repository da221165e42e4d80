package org.hydraworkbench.model.chat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The operators between two values, and signs. Whole numbers stay whole where Python's do. */
final class Arithmetic {

    private static final long MOST_EXPONENT = 1 << 16;

    private Arithmetic() {}

    /** Evaluates {@code left operator right}. */
    static Object binary(String operator, Object left, Object right) {
        if (left instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (operator.equals("%") && left instanceof String format) {
            return right instanceof Tuple tuple ? PercentFormat.format(format, tuple.items()) : PercentFormat.formatOne(format, right);
        }
        if (right instanceof Undefined undefined) {
            throw undefined.failure();
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            BigInteger a = Numbers.integer(left);
            BigInteger b = Numbers.integer(right);
            return a == null || b == null
                    ? (Object) reals(operator, Numbers.real(left), Numbers.real(right))
                    : integers(operator, a, b);
        }
        return switch (operator) {
            case "+" -> sum(left, right);
            case "*" -> repeated(left, right);
            default -> throw unsuited(operator, left, right);
        };
    }

    private static TemplateFailure unsuited(String operator, Object left, Object right) {
        return new TemplateFailure("'" + operator + "' does not go between values of the types " + Values.typeName(left) + " and "
                + Values.typeName(right));
    }

    private static Object integers(String operator, BigInteger a, BigInteger b) {
        if (b.signum() == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
            throw new TemplateFailure("a number is divided by 0");
        }
        return switch (operator) {
            case "+" -> Numbers.whole(a.add(b));
            case "-" -> Numbers.whole(a.subtract(b));
            case "*" -> Numbers.whole(a.multiply(b));
            case "/" -> Numbers.real(a) / Numbers.real(b);
            case "//" -> Numbers.whole(floor(a, b));
            case "%" -> Numbers.whole(a.subtract(floor(a, b).multiply(b)));
            case "**" -> power(a, b);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    private static BigInteger floor(BigInteger a, BigInteger b) {
        BigInteger[] parts = a.divideAndRemainder(b);
        return parts[1].signum() != 0 && parts[1].signum() != b.signum() ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    private static Object power(BigInteger base, BigInteger exponent) {
        if (exponent.signum() < 0) {
            return reals("**", Numbers.real(base), Numbers.real(exponent));
        }
        if (base.abs().compareTo(BigInteger.ONE) <= 0) {
            return Numbers.whole(exponent.signum() == 0 ? BigInteger.ONE : exponent.testBit(0) ? base : base.abs());
        }
        long bits = exponent.bitLength() > 31 ? Long.MAX_VALUE : exponent.longValue() * base.bitLength();
        if (bits > MOST_EXPONENT) {
            throw new TemplateFailure("a number becomes too large");
        }
        return Numbers.whole(base.pow(exponent.intValue()));
    }

    private static double reals(String operator, double a, double b) {
        if (b == 0 && (operator.equals("/") || operator.equals("//") || operator.equals("%"))) {
            throw new TemplateFailure("a number is divided by 0");
        }
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "//" -> floor(a, b);
            case "%" -> remainder(a, b);
            case "**" -> power(a, b);
            default -> throw new IllegalArgumentException(operator);
        };
    }

    /** With the sign of the divisor. */
    private static double remainder(double a, double b) {
        double rest = a % b;
        if (rest == 0) {
            return Math.copySign(0, b);
        }
        return (rest < 0) == (b < 0) ? rest : rest + b;
    }

    /** As CPython rounds it, step by step. */
    private static double floor(double a, double b) {
        double rest = a % b;
        double quotient = (a - rest) / b;
        if (rest != 0 && (rest < 0) != (b < 0)) {
            quotient--;
        }
        if (quotient == 0) {
            return Math.copySign(0, a / b);
        }
        double floor = Math.floor(quotient);
        return quotient - floor > 0.5 ? floor + 1 : floor;
    }

    private static double power(double a, double b) {
        if (a == 0 && b < 0) {
            throw new TemplateFailure("0 is raised to a negative power");
        }
        if (a < 0 && Double.isFinite(a) && Double.isFinite(b) && b != Math.rint(b)) {
            throw new TemplateFailure("a root of a negative number is not known here");
        }
        double power = a == 1 ? 1 : Math.pow(a, b);
        if (Double.isInfinite(power) && Double.isFinite(a) && Double.isFinite(b)) {
            throw new TemplateFailure("a number becomes too large");
        }
        return power;
    }

    private static Object sum(Object left, Object right) {
        if (left instanceof String a && right instanceof String b) {
            Values.checkLength((long) a.length() + b.length());
            return a + b;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return joined(a, b);
        }
        if (left instanceof Tuple a && right instanceof Tuple b) {
            return new Tuple(joined(a.items(), b.items()));
        }
        throw unsuited("+", left, right);
    }

    private static List<Object> joined(List<?> a, List<?> b) {
        Values.checkLength((long) a.size() + b.size());
        List<Object> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Object repeated(Object left, Object right) {
        BigInteger after = Numbers.integer(right);
        BigInteger before = Numbers.integer(left);
        if (after != null) {
            return repeated(left, after, right);
        }
        if (before != null) {
            return repeated(right, before, left);
        }
        throw unsuited("*", left, right);
    }

    private static Object repeated(Object what, BigInteger times, Object spelling) {
        if (times.bitLength() >= Long.SIZE) {
            throw new TemplateFailure("a number is too large to count with");
        }
        long count = Math.clamp(times.longValue(), 0, Integer.MAX_VALUE);
        return switch (what) {
            case String text -> {
                Values.checkLength(text.length() * count);
                yield text.isEmpty() ? "" : text.repeat((int) count);
            }
            case List<?> list -> repeated(list, count);
            case Tuple tuple -> new Tuple(repeated(tuple.items(), count));
            default -> throw unsuited("*", what, spelling);
        };
    }

    private static List<Object> repeated(List<?> items, long count) {
        Values.checkLength(items.size() * count);
        List<Object> all = new ArrayList<>();
        for (long k = 0; k < count && !items.isEmpty(); k++) {
            all.addAll(items);
        }
        return all;
    }

    /** {@code -value} or {@code +value}. */
    static Object signed(boolean negative, Object value) {
        if (value instanceof Double number) {
            return negative ? -number : number;
        }
        BigInteger whole = Numbers.integer(value);
        if (whole != null) {
            return Numbers.whole(negative ? whole.negate() : whole);
        }
        if (value instanceof Undefined undefined) {
            throw undefined.failure();
        }
        throw new TemplateFailure("a sign does not go before a value of the type " + Values.typeName(value));
    }
}
