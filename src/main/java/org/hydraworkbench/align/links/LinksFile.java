package org.hydraworkbench.align.links;

import java.nio.file.Path;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/** The file of {@link Links}: where each pair starts, then each link's {@link PackedCell}, then confidences. */
final class LinksFile {

    private static final String MAGIC = "HYDLINKS";
    private static final int VERSION = 1;

    private LinksFile() {}

    static void save(Links links, Path file) throws HydraException {
        BinaryOutput.write(file, MAGIC, VERSION, out -> {
            out.putInts(links.starts());
            out.putInts(links.cells());
            out.putFloats(links.confidences());
        });
    }

    static Links load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, in -> {
            int[] starts = in.getInts();
            int[] cells = in.getInts();
            float[] confidences = in.getFloats();
            boolean whole = starts.length > 0
                    && starts[0] == 0
                    && starts[starts.length - 1] == cells.length
                    && cells.length == confidences.length;
            for (int p = 1; whole && p < starts.length; p++) {
                whole = starts[p - 1] <= starts[p];
                for (int k = starts[p - 1] + 1; whole && k < starts[p]; k++) {
                    whole = PackedCell.isBefore(cells[k - 1], cells[k]);
                }
            }
            for (int k = 0; whole && k < cells.length; k++) {
                whole = confidences[k] >= 0 && confidences[k] <= 1;
            }
            if (!whole) {
                throw in.damaged("holds links that contradict each other");
            }
            return new Links(starts, cells, confidences);
        });
    }
}
