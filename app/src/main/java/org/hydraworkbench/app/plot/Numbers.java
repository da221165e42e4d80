package org.hydraworkbench.app.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people and files read them. */
public final class Numbers {

    private static final BigDecimal LEAST_PLAIN = new BigDecimal("0.0001");
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Four significant digits at most, without trailing zeros; below 0.0001 three, with a power of ten: {@code 5 × 10⁻⁵}. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        BigDecimal rounded = new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
        if (rounded.abs().compareTo(LEAST_PLAIN) < 0) {
            return withPower(new BigDecimal(value, new MathContext(3)).stripTrailingZeros());
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return rounded.toPlainString();
    }

    private static String withPower(BigDecimal value) {
        int power = value.precision() - value.scale() - 1;
        StringBuilder text = new StringBuilder(value.movePointRight(-power).stripTrailingZeros().toPlainString()).append(" × 10⁻");
        Integer.toString(-power).chars().forEach(digit -> text.append(RAISED.charAt(digit - '0')));
        return text.toString();
    }

    /** Two decimals always, so that figures of one kind stand below each other. */
    public static String hundredths(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.2f", value) : "–";
    }

    /** The shortest form that reads back as the same number, with a point; whole numbers without one. */
    public static String exact(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
