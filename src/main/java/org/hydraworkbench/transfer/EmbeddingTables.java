package org.hydraworkbench.transfer;

import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TableNames;

/**
 * The input embedding table of a model and, where that is a table of its own, the language-modelling head. Owns the mapped
 * weights.
 */
public final class EmbeddingTables implements AutoCloseable {

    private final PretrainedFolder folder;
    private final ModelWeights weights;
    private final FileNames files;
    private final TableNames names;
    private final SourceTable input;
    private final Optional<SourceTable> head;

    private EmbeddingTables(
            PretrainedFolder folder, ModelWeights weights, FileNames files, TableNames names, SourceTable input, Optional<SourceTable> head) {
        this.folder = folder;
        this.weights = weights;
        this.files = files;
        this.names = names;
        this.input = input;
        this.head = head;
    }

    /**
     * Opens the tables of a model folder.
     *
     * @throws InputException when weights or {@code config.json} are missing, or the two tables differ in shape
     */
    public static EmbeddingTables open(Path folder) throws HydraException {
        return open(PretrainedFolder.open(folder));
    }

    /** As the other. */
    static EmbeddingTables open(PretrainedFolder folder) throws HydraException {
        ModelWeights weights = folder.weights();
        boolean opened = false;
        try {
            FileNames files = folder.names(weights);
            TableNames names = folder.tables(weights);
            SourceTable input = SourceTable.of(weights, names.input());
            Optional<SourceTable> head = names.tied() ? Optional.empty() : Optional.of(SourceTable.of(weights, names.head()));
            if (head.isPresent() && (head.get().rows() != input.rows() || head.get().width() != input.width())) {
                throw InputException.in(
                        folder.path(),
                        "the input table has " + input.rows() + " rows of " + input.width() + ", the head "
                                + head.get().rows() + " of " + head.get().width() + "; they should be alike");
            }
            opened = true;
            return new EmbeddingTables(folder, weights, files, names, input, head);
        } finally {
            if (!opened) {
                weights.close();
            }
        }
    }

    /** The table that turns tokens into vectors. */
    public SourceTable input() {
        return input;
    }

    /** The table that turns vectors into scores of tokens; empty where the input table does both. */
    public Optional<SourceTable> head() {
        return head;
    }

    /** What the model's files call its tensors. */
    public FileNames files() {
        return files;
    }

    /** Tells of what is not as one would think, see {@link PretrainedFolder#warn}. */
    public void warn(Progress progress) {
        folder.warn(names, progress);
    }

    /** All tensors of the model. */
    public ModelWeights weights() {
        return weights;
    }

    @Override
    public void close() {
        weights.close();
    }
}
