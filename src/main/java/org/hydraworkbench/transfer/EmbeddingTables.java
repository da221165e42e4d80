package org.hydraworkbench.transfer;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.ConfigFields;
import org.hydraworkbench.model.family.Families;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.family.ModelFamily;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TableNames;

/**
 * The input embedding table of a model and, where that is a table of its own, the language-modelling head. Owns the mapped
 * weights.
 */
public final class EmbeddingTables implements AutoCloseable {

    private final ModelWeights weights;
    private final FileNames files;
    private final TableNames names;
    private final SourceTable input;
    private final Optional<SourceTable> head;

    private EmbeddingTables(ModelWeights weights, FileNames files, TableNames names, SourceTable input, Optional<SourceTable> head) {
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
        JsonObject config = Json.readObject(folder.resolve("config.json"));
        ConfigFields fields = new ConfigFields(folder.resolve("config.json"), config);
        ModelWeights weights = ModelWeights.open(folder);
        boolean opened = false;
        try {
            FileNames files = Families.names(fields.text("model_type", ""), weights);
            TableNames names = TableNames.of(weights, files.inputTable(), files.headTable(), isTied(fields));
            SourceTable input = SourceTable.of(weights, names.input());
            Optional<SourceTable> head = names.tied() ? Optional.empty() : Optional.of(SourceTable.of(weights, names.head()));
            if (head.isPresent() && (head.get().rows() != input.rows() || head.get().width() != input.width())) {
                throw InputException.in(
                        folder,
                        "the input table has " + input.rows() + " rows of " + input.width() + ", the head "
                                + head.get().rows() + " of " + head.get().width() + "; they should be alike");
            }
            opened = true;
            return new EmbeddingTables(weights, files, names, input, head);
        } finally {
            if (!opened) {
                weights.close();
            }
        }
    }

    /** Where the configuration does not say, the family does. */
    private static boolean isTied(ConfigFields config) throws InputException {
        boolean usual = Families.find(config.text("model_type", "")).filter(ModelFamily::tied).isPresent();
        return config.flag("tie_word_embeddings", usual);
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

    /** Tells of tables that the configuration speaks of otherwise. */
    public void warn(Progress progress) {
        if (names.againstConfiguration()) {
            progress.log(weights.location() + ": " + TableNames.DIFFERENT);
        }
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
