package org.hydraworkbench.mapping;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.tokenizer.Tokenizer;

/** P(source token | target token) for a whole vocabulary, in flat arrays. Immutable. */
public final class TokenMapping {

    private final int sourceSize;
    private final int[] starts;
    private final int[] sources;
    private final double[] weights;
    private final byte[] origins;
    private final double[] evidence;

    TokenMapping(int sourceSize, int[] starts, int[] sources, double[] weights, byte[] origins, double[] evidence) {
        this.sourceSize = sourceSize;
        this.starts = starts;
        this.sources = sources;
        this.weights = weights;
        this.origins = origins;
        this.evidence = evidence;
    }

    /**
     * Packs rows.
     *
     * @param sourceSize size of the source vocabulary
     * @param rows one row for every target id from 0, in order
     */
    public static TokenMapping of(int sourceSize, List<MappingRow> rows) {
        int n = rows.size();
        int[] starts = new int[n + 1];
        for (int t = 0; t < n; t++) {
            if (rows.get(t).target() != t) {
                throw new IllegalArgumentException("row " + t + " is about target token " + rows.get(t).target());
            }
            starts[t + 1] = starts[t] + rows.get(t).size();
        }
        int[] sources = new int[starts[n]];
        double[] weights = new double[starts[n]];
        byte[] origins = new byte[n];
        double[] evidence = new double[n];
        for (int t = 0; t < n; t++) {
            MappingRow row = rows.get(t);
            System.arraycopy(row.sources(), 0, sources, starts[t], row.size());
            System.arraycopy(row.weights(), 0, weights, starts[t], row.size());
            origins[t] = (byte) MappingFile.ORIGINS.indexOf(row.origin());
            evidence[t] = row.evidence();
        }
        return new TokenMapping(sourceSize, starts, sources, weights, origins, evidence);
    }

    /** Size of the target vocabulary, which is the number of rows. */
    public int targetSize() {
        return starts.length - 1;
    }

    /** Size of the source vocabulary. */
    public int sourceSize() {
        return sourceSize;
    }

    /** The row of a target token. */
    public MappingRow row(int target) {
        return new MappingRow(
                target,
                Arrays.copyOfRange(sources, starts[target], starts[target + 1]),
                Arrays.copyOfRange(weights, starts[target], starts[target + 1]),
                origin(target),
                evidence[target]);
    }

    /** Where the row of a target token came from. */
    public Origin origin(int target) {
        return MappingFile.ORIGINS.get(origins[target]);
    }

    /** A mapping with some rows replaced. */
    public TokenMapping with(Map<Integer, MappingRow> changed) {
        MappingRow[] rows = new MappingRow[targetSize()];
        for (int t = 0; t < rows.length; t++) {
            MappingRow row = changed.get(t);
            rows[t] = row == null ? row(t) : row;
        }
        return of(sourceSize, Arrays.asList(rows));
    }

    /**
     * Reads {@code [[target token, [[source token, p], …]], …]}. Rows of which a weight is missing get what the file says of the
     * others, normalised; a target token that the file leaves out has an empty row.
     *
     * @throws InputException when the file is malformed or names a token that its tokenizer lacks
     */
    public static TokenMapping read(Path file, Tokenizer source, Tokenizer target) throws HydraException {
        return MappingJson.read(file, source, target);
    }

    /** Writes what {@link #read} reads; origins are not part of that form. */
    public void write(Path file, Tokenizer source, Tokenizer target) throws HydraException {
        MappingJson.write(this, file, source, target);
    }

    /** Writes everything, origins and evidence too, to one binary file. */
    public void save(Path file) throws HydraException {
        MappingFile.save(this, file);
    }

    /** Reads what {@link #save} wrote. */
    public static TokenMapping load(Path file) throws HydraException {
        return MappingFile.load(file);
    }

    int[] starts() {
        return starts;
    }

    int[] sources() {
        return sources;
    }

    double[] weights() {
        return weights;
    }

    byte[] origins() {
        return origins;
    }

    double[] evidence() {
        return evidence;
    }
}
