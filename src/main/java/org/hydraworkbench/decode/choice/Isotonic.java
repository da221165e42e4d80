package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A curve that never falls: the one nearest to points by the squares of the distances, by pooling adjacent violators (Ayer et al. 1955);
 * straight between the middles of its steps, level outside.
 *
 * @param from the middle of each step, rising
 * @param to its height, never falling
 */
public record Isotonic(List<Double> from, List<Double> to) {

    public Isotonic {
        from = List.copyOf(from);
        to = List.copyOf(to);
        if (from.isEmpty() || from.size() != to.size()) {
            throw new IllegalArgumentException(from.size() + " and " + to.size() + " numbers");
        }
        for (int k = 1; k < from.size(); k++) {
            if (from.get(k) <= from.get(k - 1) || to.get(k) < to.get(k - 1)) {
                throw new IllegalArgumentException("a curve that falls");
            }
        }
    }

    /** Points that became one step. */
    private record Step(double x, double y, int count) {
        Step and(Step other) {
            int both = count + other.count;
            return new Step((x * count + other.x * other.count) / both, (y * count + other.y * other.count) / both, both);
        }
    }

    /**
     * The curve for points, at least one; each step has at least {@code least} of them, so that no single one makes a step.
     */
    static Isotonic fit(double[] x, double[] y, int least) {
        int[] order = IntStream.range(0, x.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> x[k]))
                .mapToInt(Integer::intValue)
                .toArray();
        List<Step> steps = new ArrayList<>();
        for (int at = 0; at < order.length; at += least) {
            int end = order.length - at < 2 * least ? order.length : at + least;
            Step step = Arrays.stream(order, at, end).mapToObj(k -> new Step(x[k], y[k], 1)).reduce(Step::and).orElseThrow();
            while (!steps.isEmpty() && (steps.getLast().y >= step.y || steps.getLast().x >= step.x)) {
                step = steps.removeLast().and(step);
            }
            steps.add(step);
            if (end == order.length) {
                break;
            }
        }
        return new Isotonic(steps.stream().map(Step::x).toList(), steps.stream().map(Step::y).toList());
    }

    /** The height of the curve. */
    double of(double x) {
        int above = 0;
        while (above < from.size() && from.get(above) < x) {
            above++;
        }
        if (above == 0 || above == from.size()) {
            return to.get(Math.max(0, above - 1));
        }
        double share = (x - from.get(above - 1)) / (from.get(above) - from.get(above - 1));
        return to.get(above - 1) + share * (to.get(above) - to.get(above - 1));
    }
}
