package org.hydraworkbench.align;

import java.io.IOException;
import java.nio.file.Path;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.tables.Vocabulary;
import org.hydraworkbench.base.BinaryInput;
import org.hydraworkbench.base.BinaryOutput;
import org.hydraworkbench.base.HydraException;

/** The file of an {@link AlignmentModel}: the name of the method, source and target vocabulary, then the method's own parameters. */
public final class ModelFile {

    private static final String MAGIC = "HYDALIGN";
    private static final int VERSION = 1;

    private ModelFile() {}

    /** Writes a model with its vocabularies to one binary file. */
    public static void save(AlignmentModel model, Path file) throws HydraException {
        BinaryOutput.write(file, MAGIC, VERSION, out -> write(model, out));
    }

    /** Reads what {@link #save} wrote. */
    public static AlignmentModel load(Path file) throws HydraException {
        return BinaryInput.read(file, MAGIC, VERSION, ModelFile::read);
    }

    /** Writes a model as a part of a file. */
    static void write(AlignmentModel model, BinaryOutput out) throws IOException {
        out.putString(model.method().optionName());
        model.source().write(out);
        model.target().write(out);
        model.write(out);
    }

    /** Reads what {@link #write} wrote. */
    static AlignmentModel read(BinaryInput in) throws IOException, HydraException {
        AlignmentMethod method = readMethod(in);
        Vocabulary source = Vocabulary.read(in);
        Vocabulary target = Vocabulary.read(in);
        return Aligners.of(method).read(in, source, target);
    }

    private static AlignmentMethod readMethod(BinaryInput in) throws IOException, HydraException {
        String name = in.getString();
        for (AlignmentMethod method : AlignmentMethod.values()) {
            if (method.optionName().equals(name)) {
                return method;
            }
        }
        throw in.damaged("names no model");
    }
}
