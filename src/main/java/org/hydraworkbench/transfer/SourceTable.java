package org.hydraworkbench.transfer;

import java.util.function.IntPredicate;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.TensorInfo;
import org.hydraworkbench.weights.TensorSource;

/** One table of a pretrained model, a row per token, read row by row where it is mapped. Valid while its source is open. */
public final class SourceTable {

    private final String name;
    private final TensorSource source;
    private final DType dtype;
    private final int rows;
    private final int width;

    private SourceTable(String name, TensorSource source, DType dtype, int rows, int width) {
        this.name = name;
        this.source = source;
        this.dtype = dtype;
        this.rows = rows;
        this.width = width;
    }

    /**
     * The table in the tensor {@code name}.
     *
     * @throws InputException when it is missing, not two-dimensional, empty or not of a float type
     */
    public static SourceTable of(TensorSource source, String name) throws InputException {
        TensorInfo info = source.info(name);
        if (info.shape().length != 2 || info.elements() == 0 || !info.dtype().convertible()) {
            throw InputException.in(source.location(), info + " is no table of rows in F32, F16 or BF16");
        }
        return new SourceTable(
                name,
                source,
                info.dtype(),
                Math.toIntExact(info.rows()),
                Math.toIntExact(info.rowElements()));
    }

    /** The tensor's name. */
    public String name() {
        return name;
    }

    /** How many tokens have a row. */
    public int rows() {
        return rows;
    }

    /** The width of a row. */
    public int width() {
        return width;
    }

    /** The type on disk. */
    public DType dtype() {
        return dtype;
    }

    /**
     * Reads row {@code row} into the beginning of {@code into}. Thread-safe.
     *
     * @throws InputException when the table has no such row
     */
    public void row(int row, float[] into) throws HydraException {
        if (row >= rows) {
            throw InputException.in(source.location(), "the token " + row + " has no row; the table has only the rows 0 to " + (rows - 1));
        }
        source.floats(name, row, 1, into);
    }

    /** The mean of all rows, summed in double. */
    public double[] mean() throws HydraException {
        return mean(row -> true);
    }

    /** The mean of the rows that are {@code wanted}, at least one, summed in double. */
    double[] mean(IntPredicate wanted) throws HydraException {
        double[] mean = new double[width];
        float[] row = new float[width];
        int count = 0;
        for (int r = 0; r < rows; r++) {
            if (wanted.test(r)) {
                row(r, row);
                count++;
                for (int i = 0; i < width; i++) {
                    mean[i] += row[i];
                }
            }
        }
        for (int i = 0; i < width; i++) {
            mean[i] /= count;
        }
        return mean;
    }
}
