package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.TokenTable;
import org.hydraworkbench.tokenizer.Tokenizer;

/** A model in training: its body with its own table, tables that it only reads, and how it is written to a folder. */
sealed interface Trainee extends AutoCloseable permits PlainTrainee, HydraTrainee {

    /** The body; its own table is the one that is trained. */
    Decoder body();

    /** The tokenizer of the body's own table. */
    Tokenizer tokenizer() throws HydraException;

    /** Tables whose rows are read and not changed, in the order of the batches. */
    List<TokenTable> frozen() throws HydraException;

    /** Writes the whole model into a folder that exists and is empty. */
    void save(Path folder, Progress progress) throws HydraException;

    @Override
    void close();
}
