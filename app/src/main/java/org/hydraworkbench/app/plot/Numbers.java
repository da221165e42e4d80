package org.hydraworkbench.app.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers as people and files read them. */
public final class Numbers {

    private Numbers() {}

    /** Four significant digits at most, without trailing zeros; scientific below 0.001. */
    public static String brief(double value) {
        if (!Double.isFinite(value)) {
            return "–";
        }
        if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size < 0.001) {
            return String.format(Locale.ROOT, "%.2e", value).replaceFirst("\\.?0*e", "e").replaceFirst("e-0", "e-");
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros().toPlainString();
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
