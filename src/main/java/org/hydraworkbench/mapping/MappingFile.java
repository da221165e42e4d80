package org.hydraworkbench.mapping;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/** The binary file of a {@link TokenMapping}: source size, row starts, sources, weights, origins by number, evidence. */
final class MappingFile {

    /** An origin is stored as its place here; a new one comes at the end. */
    static final List<Origin> ORIGINS =
            List.of(Origin.EVIDENCE, Origin.BACKOFF, Origin.SPECIAL, Origin.COMPLETED, Origin.UNKNOWN);

    private static final String MAGIC = "HYDMAPNG";
    private static final int VERSION = 1;

    private MappingFile() {}

    static void save(TokenMapping mapping, Path file) throws HydraException {
        int[] origins = new int[mapping.targetSize()];
        for (int t = 0; t < origins.length; t++) {
            origins[t] = mapping.origins()[t];
        }
        BinaryOutput.write(file, MAGIC, VERSION, out -> {
            out.putInt(mapping.sourceSize());
            out.putInts(mapping.starts());
            out.putInts(mapping.sources());
            out.putDoubles(mapping.weights());
            out.putInts(origins);
            out.putDoubles(mapping.evidence());
        });
    }

    static TokenMapping load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, in -> {
            int sourceSize = in.getInt();
            int[] starts = in.getInts();
            int[] sources = in.getInts();
            double[] weights = in.getDoubles();
            int[] origins = in.getInts();
            double[] evidence = in.getDoubles();
            int rows = starts.length - 1;
            boolean whole = rows >= 0
                    && starts[0] == 0
                    && starts[rows] == sources.length
                    && sources.length == weights.length
                    && origins.length == rows
                    && evidence.length == rows;
            byte[] packed = new byte[origins.length];
            for (int t = 0; whole && t < rows; t++) {
                whole = starts[t] <= starts[t + 1] && origins[t] >= 0 && origins[t] < ORIGINS.size();
                packed[t] = (byte) origins[t];
            }
            for (int k = 0; whole && k < sources.length; k++) {
                whole = sources[k] >= 0 && sources[k] < sourceSize && weights[k] > 0 && weights[k] <= 1 + 1e-9;
            }
            if (!whole) {
                throw in.damaged("holds rows that contradict each other");
            }
            return new TokenMapping(sourceSize, starts, sources, weights, packed, evidence);
        });
    }
}
