package org.hydraworkbench.app.alignment;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A matrix of probabilities, source × target; immutable. */
public final class ShadeMatrix {

    private final int rows;
    private final int columns;
    private final float[] values;

    private ShadeMatrix(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /** All zero. */
    public static ShadeMatrix empty(int rows, int columns) {
        return new ShadeMatrix(rows, columns, new float[rows * columns]);
    }

    /** A copy of {@code values[source][target]}; numbers outside 0 to 1, and none, are brought into it. */
    public static ShadeMatrix of(float[][] values, int columns) {
        float[] flat = new float[values.length * columns];
        for (int i = 0; i < values.length; i++) {
            if (values[i].length != columns) {
                throw new IllegalArgumentException("row " + i + " has " + values[i].length + " columns, not " + columns);
            }
            for (int j = 0; j < columns; j++) {
                float value = values[i][j];
                flat[i * columns + j] = value > 0 ? Math.min(value, 1) : 0;
            }
        }
        return new ShadeMatrix(values.length, columns, flat);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /** The probability of a cell, 0 to 1. */
    public float at(int source, int target) {
        return values[source * columns + target];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShadeMatrix matrix
                && rows == matrix.rows
                && columns == matrix.columns
                && Arrays.equals(values, matrix.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }
}
