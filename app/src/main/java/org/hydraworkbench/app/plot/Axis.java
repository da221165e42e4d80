package org.hydraworkbench.app.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A range of numbers laid along a length, with round numbers to label.
 *
 * @param low the smallest number shown
 * @param high the largest, above {@code low}
 * @param logarithmic whether equal factors take equal lengths; both ends are positive then
 */
record Axis(double low, double high, boolean logarithmic) {

    Axis {
        if (!(high > low) || logarithmic && low <= 0) {
            throw new IllegalArgumentException(low + " to " + high);
        }
    }

    /** The range of the given numbers, widened a little; a single number gets room on both sides. */
    static Axis around(double low, double high, boolean logarithmic) {
        boolean usable = logarithmic && low > 0;
        if (low == high) {
            double room = low == 0 ? 1 : Math.abs(low) * 0.1;
            return new Axis(low - room, high + room, usable);
        }
        double room = usable ? 0 : (high - low) * 0.05;
        return new Axis(low - room, high + room, usable);
    }

    /** Where a number lies, 0 at {@code low} and 1 at {@code high}. */
    double share(double value) {
        return logarithmic
                ? Math.log(value / low) / Math.log(high / low)
                : (value - low) / (high - low);
    }

    /** The number that lies at {@code share}. */
    double value(double share) {
        return logarithmic ? low * Math.pow(high / low, share) : low + share * (high - low);
    }

    /** Round numbers within the range, about {@code wanted} of them: steps of 1, 2 or 5 times a power of ten. */
    List<Double> ticks(int wanted) {
        return logarithmic ? logarithmicTicks() : linearTicks(low, high, wanted);
    }

    private static List<Double> linearTicks(double low, double high, int wanted) {
        double raw = (high - low) / Math.max(1, wanted);
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double ratio = raw / power;
        double step = power * (ratio > 7 ? 10 : ratio > 3 ? 5 : ratio > 1.5 ? 2 : 1);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    private List<Double> logarithmicTicks() {
        List<Double> ticks = new ArrayList<>();
        for (int exponent = (int) Math.floor(Math.log10(low)); exponent <= Math.ceil(Math.log10(high)); exponent++) {
            for (int digit : new int[] {1, 2, 5}) {
                double tick = digit * Math.pow(10, exponent);
                if (tick >= low && tick <= high) {
                    ticks.add(tick);
                }
            }
        }
        return ticks.size() < 2 ? linearTicks(low, high, 4) : ticks;
    }
}
