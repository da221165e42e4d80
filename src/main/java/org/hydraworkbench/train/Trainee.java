package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.tokenizer.Tokenizer;

/** A model in training: its body with its own table, the tables of each direction, and how it is written to a folder. */
sealed interface Trainee extends AutoCloseable permits PlainTrainee, HydraTrainee {

    /** The body; its own table is the only one that is trained, whether it is written or read through. */
    Decoder body();

    /** The tokenizer of the body's own table. */
    Tokenizer tokenizer() throws HydraException;

    /** The tables of each direction that is trained. */
    List<DirectionTables> directions() throws HydraException;

    /** Writes the whole model into a folder that exists and is empty. */
    void save(Path folder, Progress progress) throws HydraException;

    @Override
    void close();
}
