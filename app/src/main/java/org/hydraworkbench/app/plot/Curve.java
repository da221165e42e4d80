package org.hydraworkbench.app.plot;

import java.util.Arrays;

/** Named points of growing x, such as a loss by step. Belongs to one thread. */
public final class Curve {

    private final String name;
    private double[] xs = new double[256];
    private double[] ys = new double[256];
    private int size;

    public Curve(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    public double x(int index) {
        return xs[index];
    }

    public double y(int index) {
        return ys[index];
    }

    /** Adds a point; one whose value is not finite, or that goes back in x, is left out. */
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y) || size > 0 && x < xs[size - 1]) {
            return;
        }
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /** Index of the point whose x is nearest, or -1 without points. */
    int nearest(double x) {
        if (size == 0) {
            return -1;
        }
        int found = Arrays.binarySearch(xs, 0, size, x);
        if (found >= 0) {
            return found;
        }
        int after = -found - 1;
        if (after == 0) {
            return 0;
        }
        return after == size || x - xs[after - 1] <= xs[after] - x ? after - 1 : after;
    }

    /** The smallest and the largest y; NaN twice without points. */
    public double[] range() {
        double low = Double.NaN;
        double high = Double.NaN;
        for (int i = 0; i < size; i++) {
            low = i == 0 ? ys[i] : Math.min(low, ys[i]);
            high = i == 0 ? ys[i] : Math.max(high, ys[i]);
        }
        return new double[] {low, high};
    }
}
