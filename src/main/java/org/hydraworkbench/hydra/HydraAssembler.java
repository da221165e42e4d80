package org.hydraworkbench.hydra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.SourceTable;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;

/**
 * Puts two models together: the body is the target's; the source contributes its tokenizer, input table and head. Tensors
 * are copied byte for byte.
 */
public final class HydraAssembler {

    private HydraAssembler() {}

    /**
     * Writes the Hydra {@code out}, whole or not at all.
     *
     * @param source a Hugging Face folder of the same width as {@code target}
     * @param target a Hugging Face folder, usually what trans-tokenization made of {@code source}
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when both languages are the same
     * @throws InputException when the models do not fit together
     */
    public static void assemble(
            Path source, LanguageTag from, Path target, LanguageTag to, Path out, Progress progress)
            throws HydraException {
        if (from.equals(to)) {
            throw new UsageException("Source and target are both " + from + "; a Hydra needs two languages.");
        }
        AtomicFolder.requireFree(out);
        try (EmbeddingTables sourceTables = EmbeddingTables.open(source);
                EmbeddingTables targetTables = EmbeddingTables.open(target)) {
            sourceTables.warn(progress);
            targetTables.warn(progress);
            int sourceWidth = sourceTables.input().width();
            int targetWidth = targetTables.input().width();
            if (sourceWidth != targetWidth) {
                throw new InputException(
                        "The models do not fit together: " + source + " is " + sourceWidth + " wide, " + target + " is "
                                + targetWidth + " wide. Both must come from one base model.");
            }
            AtomicFolder.write(out, folder -> {
                progress.message("Copying the head of " + from);
                writeHead(source, sourceTables, HydraManifest.head(folder, from));
                progress.message("Copying the head of " + to);
                writeHead(target, targetTables, HydraManifest.head(folder, to));
                progress.message("Copying the body");
                PretrainedFolder.open(target).copyTo(HydraManifest.body(folder), progress);
                new HydraManifest(to, List.of(from, to), PromptTemplates.shipped()).write(folder);
            });
        }
    }

    /** Writes what a plain model has for its vocabulary as the folder of a head. */
    static void writeHead(Path model, EmbeddingTables tables, Path folder) throws HydraException {
        Folders.create(folder);
        try (Tokenizer tokenizer = PretrainedFolder.open(model).tokenizer()) {
            TokenizerFolder.copyAlone(tokenizer, folder);
        }
        List<TensorInfo> declared = new ArrayList<>();
        SourceTable input = tables.input();
        Optional<SourceTable> head = tables.head();
        declared.add(tables.weights().info(input.name()).named(HydraManifest.INPUT));
        if (head.isPresent()) {
            declared.add(tables.weights().info(head.get().name()).named(HydraManifest.HEAD));
        }
        try (SafetensorsWriter writer = SafetensorsWriter.file(folder.resolve(HydraManifest.TABLES), declared)) {
            writer.copy(HydraManifest.INPUT, tables.weights(), input.name());
            if (head.isPresent()) {
                writer.copy(HydraManifest.HEAD, tables.weights(), head.get().name());
            }
            writer.finish();
        }
    }
}
