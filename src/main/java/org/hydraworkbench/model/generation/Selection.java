package org.hydraworkbench.model.generation;

import java.util.function.DoubleUnaryOperator;

/** Finds how far down one must go among values for their weights to reach a sum, without sorting them (quickselect, Hoare 1961). */
final class Selection {

    private Selection() {}

    /**
     * The largest value such that the weights of all values not below it reach {@code needed}; negative infinity where all together do not.
     *
     * @param values some numbers; their order is changed
     * @param weight of a value, not negative
     */
    static double least(double[] values, DoubleUnaryOperator weight, double needed) {
        int from = 0;
        int end = values.length;
        double rest = needed;
        while (from < end) {
            double pivot = values[(from + end) >>> 1];
            int high = from;
            int at = from;
            int low = end;
            double above = 0;
            while (at < low) {
                double value = values[at];
                if (value > pivot) {
                    above += weight.applyAsDouble(value);
                    values[at++] = values[high];
                    values[high++] = value;
                } else if (value < pivot) {
                    values[at] = values[--low];
                    values[low] = value;
                } else {
                    at++;
                }
            }
            double equal = (low - high) * weight.applyAsDouble(pivot);
            if (above >= rest) {
                end = high;
            } else if (above + equal >= rest) {
                return pivot;
            } else {
                rest -= above + equal;
                from = low;
            }
        }
        return Double.NEGATIVE_INFINITY;
    }
}
