package org.hydraworkbench.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;

/** The tokens whose rows point the same way as a given row: what a token is taken for. */
public final class NearestRows {

    /** Rows between two looks at cancellation; a few milliseconds. */
    private static final int BLOCK = 4096;

    /**
     * A token and how near it is.
     *
     * @param id the token
     * @param cosine cosine of the angle between the rows, −1 to 1
     */
    public record Neighbour(int id, double cosine) {}

    private NearestRows() {}

    /**
     * The {@code count} nearest rows by cosine, nearest first; of equally near ones the lower id. Rows of zeros are near nothing
     * and left out.
     *
     * @param row as wide as the table
     * @param without a token to leave out, such as the one the row belongs to; −1 for none
     */
    public static List<Neighbour> of(SourceTable table, float[] row, int count, int without, Progress progress)
            throws HydraException {
        if (row.length != table.width()) {
            throw new IllegalArgumentException("a row of " + row.length + " in a table " + table.width() + " wide");
        }
        double length = Math.sqrt(dot(row, row));
        if (length == 0 || count <= 0) {
            return List.of();
        }
        Comparator<Neighbour> farthestFirst = Comparator.comparingDouble(Neighbour::cosine)
                .thenComparing(Comparator.comparingInt(Neighbour::id).reversed());
        PriorityQueue<Neighbour> best = new PriorityQueue<>(farthestFirst);
        float[] other = new float[table.width()];
        for (int id = 0; id < table.rows(); id++) {
            if (id % BLOCK == 0) {
                progress.checkCancelled();
            }
            table.row(id, other);
            double otherLength = Math.sqrt(dot(other, other));
            if (id == without || otherLength == 0) {
                continue;
            }
            best.add(new Neighbour(id, dot(row, other) / (length * otherLength)));
            if (best.size() > count) {
                best.poll();
            }
        }
        List<Neighbour> found = new ArrayList<>(best);
        found.sort(farthestFirst.reversed());
        return found;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
