package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Path;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * The file of an {@link Evidence}: the shapes of both sides (token ids and shares), then every linked pair of shapes with its weight in
 * units of 2⁻²⁴, its number of links and its examples.
 */
final class EvidenceFile {

    private static final String MAGIC = "HYDEVIDN";
    private static final int VERSION = 1;
    private static final int LEAST_SHAPE_BYTES = 8;
    private static final int LEAST_PAIR_BYTES = 24;

    private EvidenceFile() {}

    static void save(Evidence evidence, Path file) throws HydraException {
        BinaryOutput.write(file, MAGIC, VERSION, out -> {
            write(evidence.sourceShapes(), out);
            write(evidence.targetShapes(), out);
            UnitPairs pairs = evidence.unitPairs();
            out.putInt(pairs.size());
            for (int slot = 0; slot < pairs.size(); slot++) {
                out.putInt(pairs.source(slot));
                out.putInt(pairs.target(slot));
                out.putLong(pairs.fixedWeight(slot));
                out.putInt(pairs.links(slot));
                out.putLongs(pairs.examples(slot).toLongArray());
            }
        });
    }

    static Evidence load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, in -> {
            ShapeTable sources = readShapes(in);
            ShapeTable targets = readShapes(in);
            UnitPairs pairs = new UnitPairs();
            int n = in.length(LEAST_PAIR_BYTES);
            for (int k = 0; k < n; k++) {
                int source = in.getInt();
                int target = in.getInt();
                if (source < 0 || source >= sources.size() || target < 0 || target >= targets.size()
                        || pairs.slot(source, target) != k) {
                    throw in.damaged("holds links of units that it does not hold");
                }
                pairs.change(k, in.getLong(), in.getInt());
                for (long pair : LongArrayList.wrap(in.getLongs())) {
                    pairs.addExample(k, pair);
                }
            }
            return new Evidence(sources, targets, pairs);
        });
    }

    private static void write(ShapeTable shapes, BinaryOutput out) throws IOException {
        out.putInt(shapes.size());
        for (int id = 0; id < shapes.size(); id++) {
            out.putInts(shapes.get(id).tokens());
            out.putDoubles(shapes.get(id).shares());
        }
    }

    private static ShapeTable readShapes(BinaryInput in) throws IOException, HydraException {
        ShapeTable shapes = new ShapeTable();
        int n = in.length(LEAST_SHAPE_BYTES);
        for (int id = 0; id < n; id++) {
            UnitShape shape = new UnitShape(in.getInts(), in.getDoubles());
            if (shape.tokens().length != shape.shares().length || shapes.add(shape) != id) {
                throw in.damaged("holds a unit twice or by halves");
            }
        }
        return shapes;
    }
}
