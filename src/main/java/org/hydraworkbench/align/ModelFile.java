package org.hydraworkbench.align;

import java.io.IOException;
import java.nio.file.Path;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/**
 * The file of an {@link AlignmentModel}: the name of the method, source and target vocabulary, then for IBM model 1 the forward and
 * the reverse table, each as row starts, columns and values.
 */
final class ModelFile {

    private static final String MAGIC = "HYDALIGN";
    private static final int VERSION = 1;

    private ModelFile() {}

    static void save(Ibm1Model model, Path file) throws HydraException {
        BinaryOutput.write(file, MAGIC, VERSION, out -> {
            out.putString(model.method().optionName());
            write(model.source(), out);
            write(model.target(), out);
            write(model.forward(), out);
            write(model.reverse(), out);
        });
    }

    static AlignmentModel load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, in -> switch (AlignmentMethod.parse(in.getString())) {
            case IBM1 -> {
                Vocabulary source = readVocabulary(in);
                Vocabulary target = readVocabulary(in);
                LexicalTable forward = readTable(in, source.size() + 1, target.size());
                LexicalTable reverse = readTable(in, target.size() + 1, source.size());
                yield new Ibm1Model(source, target, forward, reverse);
            }
        });
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
        out.putInts(table.rowStarts());
        out.putInts(table.columns());
        out.putFloats(table.values());
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
            whole = columns[k] >= 0 && columns[k] < types;
        }
        if (!whole) {
            throw in.damaged("holds a table that does not fit its vocabularies");
        }
        return new LexicalTable(rowStarts, columns, values);
    }
}
