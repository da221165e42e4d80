package org.hydraworkbench.align;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * The file of an {@link AlignmentModel}: the name of the method, source and target vocabulary, then the method's own parameters. A table is
 * written as row starts, columns and values.
 */
final class ModelFile {

    private static final String MAGIC = "HYDALIGN";
    private static final int VERSION = 1;
    private static final String NO_MODEL = "names no model";

    /** Probabilities that rounding has made a little larger than 1 are no damage. */
    private static final float MOST_PROBABILITY = 1.01f;

    private ModelFile() {}

    static void save(AlignmentModel model, Path file) throws HydraException {
        BinaryOutput.write(file, MAGIC, VERSION, out -> write(model, out));
    }

    static AlignmentModel load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, ModelFile::read);
    }

    /** Writes a model as a part of a file. */
    static void write(AlignmentModel model, BinaryOutput out) throws IOException {
        out.putString(model.method().optionName());
        write(model.source(), out);
        write(model.target(), out);
        switch (model) {
            case Ibm1Model ibm1 -> {
                write(ibm1.forward(), out);
                write(ibm1.reverse(), out);
            }
            case DiagonalModel diagonal -> {
                out.putDouble(diagonal.nullProbability());
                write(diagonal.forward(), out);
                write(diagonal.reverse(), out);
            }
            case HmmModel hmm -> hmm.statistics().write(out);
        }
    }

    /** Reads what {@link #write(AlignmentModel, BinaryOutput)} wrote. */
    static AlignmentModel read(BinaryInput in) throws IOException, HydraException {
        AlignmentMethod method = readMethod(in);
        Vocabulary source = readVocabulary(in);
        Vocabulary target = readVocabulary(in);
        return switch (method) {
            case IBM1 -> new Ibm1Model(
                    source,
                    target,
                    readTable(in, source.size() + 1, target.size()),
                    readTable(in, target.size() + 1, source.size()));
            case DIAGONAL -> new DiagonalModel(
                    source,
                    target,
                    within(in, in.getDouble(), 0, 1),
                    readDiagonal(in, source.size() + 1, target.size()),
                    readDiagonal(in, target.size() + 1, source.size()));
            case HMM_FERTILITY -> HmmModel.read(in, source, target);
            case AUTO -> throw in.damaged(NO_MODEL);
        };
    }

    private static AlignmentMethod readMethod(BinaryInput in) throws IOException, HydraException {
        String name = in.getString();
        for (AlignmentMethod method : AlignmentMethod.values()) {
            if (method.optionName().equals(name)) {
                return method;
            }
        }
        throw in.damaged(NO_MODEL);
    }

    private static void write(DiagonalModel.OneWay direction, BinaryOutput out) throws IOException {
        out.putDouble(direction.prior().tension());
        write(direction.table(), out);
    }

    private static DiagonalModel.OneWay readDiagonal(BinaryInput in, int rows, int types) throws IOException, HydraException {
        double tension = within(in, in.getDouble(), 0, DiagonalPrior.MOST_TENSION);
        return new DiagonalModel.OneWay(readTable(in, rows, types), new DiagonalPrior(tension));
    }

    private static double within(BinaryInput in, double value, double above, double most) throws HydraException {
        if (value > above && value <= most) {
            return value;
        }
        throw in.damaged("holds a parameter that cannot be");
    }

    private static void write(Vocabulary vocabulary, BinaryOutput out) throws IOException {
        out.putInt(vocabulary.size());
        for (int id = 0; id < vocabulary.size(); id++) {
            out.putString(vocabulary.form(id));
        }
    }

    private static Vocabulary readVocabulary(BinaryInput in) throws IOException, HydraException {
        int n = in.length(Integer.BYTES);
        Vocabulary vocabulary = new Vocabulary();
        for (int id = 0; id < n; id++) {
            if (vocabulary.add(in.getString()) != id) {
                throw in.damaged("holds a unit twice");
            }
        }
        return vocabulary;
    }

    private static void write(LexicalTable table, BinaryOutput out) throws IOException {
        int[] rowStarts = new int[table.rows() + 1];
        table.forEach((row, column, value) -> rowStarts[row + 1]++);
        Arrays.parallelPrefix(rowStarts, Integer::sum);
        int[] columns = new int[rowStarts[table.rows()]];
        float[] values = new float[columns.length];
        int[] next = rowStarts.clone();
        table.forEach((row, column, value) -> {
            columns[next[row]] = column;
            values[next[row]++] = value;
        });
        out.putInts(rowStarts);
        out.putInts(columns);
        out.putFloats(values);
    }

    private static LexicalTable readTable(BinaryInput in, int rows, int types) throws IOException, HydraException {
        int[] rowStarts = in.getInts();
        int[] columns = in.getInts();
        float[] values = in.getFloats();
        boolean whole = rowStarts.length == rows + 1
                && rowStarts[0] == 0
                && rowStarts[rows] == columns.length
                && columns.length == values.length;
        for (int r = 0; whole && r < rows; r++) {
            whole = rowStarts[r] <= rowStarts[r + 1];
        }
        for (int k = 0; whole && k < columns.length; k++) {
            whole = columns[k] >= 0 && columns[k] < types && values[k] >= 0 && values[k] <= MOST_PROBABILITY;
        }
        if (!whole) {
            throw in.damaged("holds a table that does not fit its vocabularies");
        }
        return LexicalTable.of(rows, sink -> {
            for (int r = 0; r < rows; r++) {
                for (int k = rowStarts[r]; k < rowStarts[r + 1]; k++) {
                    sink.cell(r, columns[k], values[k]);
                }
            }
        });
    }
}
