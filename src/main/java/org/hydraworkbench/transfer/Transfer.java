package org.hydraworkbench.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.mapping.SpellingMixture;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.jspecify.annotations.Nullable;

/** Gives a pretrained model a new vocabulary: a new input table and head, everything else byte for byte as it was. */
public final class Transfer {

    private static final int BLOCK = 512;

    private Transfer() {}

    /**
     * Writes the model folder {@code out}, which transformers loads unchanged: new tables, {@code config.json} and
     * {@code generation_config.json} with the new size and special tokens, the new tokenizer's files, the other tensors
     * unchanged in their own types. The folder appears whole or not at all.
     *
     * @param model a Hugging Face folder with safetensors
     * @param tokenizerFolder the new tokenizer
     * @param mapping what trans-tokenization needs; other methods leave it aside
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when trans-tokenization is asked for without a mapping
     * @throws InputException when model, tokenizer and mapping do not fit together
     */
    public static void init(
            Path model,
            Path tokenizerFolder,
            TransferMethod how,
            @Nullable TokenMapping mapping,
            TransferOptions options,
            Path out,
            Progress progress)
            throws HydraException {
        AtomicFolder.requireFree(out);
        PretrainedFolder pretrained = PretrainedFolder.open(model);
        pretrained.config();
        try (Tokenizer tokenizer = Tokenizer.load(tokenizerFolder);
                EmbeddingTables tables = EmbeddingTables.open(pretrained)) {
            tables.warn(progress);
            Initializer method =
                    switch (how) {
                        case TRANS_TOKENIZATION ->
                            transTokenization(checked(mapping, model, tables, tokenizer), model, tables, tokenizer, options);
                        case MEAN -> new MeanRows();
                        case RANDOM -> new RandomRows(options.seed());
                        case COPY_OVERLAP -> copyOverlap(model, tokenizer);
                    };
            AtomicFolder.write(out, folder -> {
                pretrained.writeAround(folder, tokenizer, tokenizer.size(), tables.head().isEmpty(), options.tableType());
                writeWeights(tables, method, options, tokenizer.size(), folder, progress);
            });
        }
    }

    private static Initializer transTokenization(
            TokenMapping mapping, Path model, EmbeddingTables tables, Tokenizer tokenizer, TransferOptions options) throws HydraException {
        if (options.isPlain()) {
            return new TransTokenization(mapping::row, options.matchNorms(), Optional.empty());
        }
        try (Tokenizer source = PretrainedFolder.open(model).tokenizer()) {
            TokenMapping mixed = new SpellingMixture(source, tokenizer, options.spellingShare()).of(mapping);
            return new TransTokenization(mixed::row, options.matchNorms(), HeadScale.of(tables, source, options.headScale()));
        }
    }

    private static TokenMapping checked(
            @Nullable TokenMapping mapping, Path model, EmbeddingTables tables, Tokenizer tokenizer) throws HydraException {
        if (mapping == null) {
            throw new UsageException("Trans-tokenization needs a mapping of tokens; make one with hydra map.");
        }
        boolean beyond = mapping.sourceSize() > tables.input().rows();
        try (Tokenizer own = beyond ? PretrainedFolder.open(model).tokenizer() : null) {
            if (mapping.targetSize() != tokenizer.size() || own != null && mapping.sourceSize() > own.size()) {
                throw new InputException("The mapping is from " + mapping.sourceSize() + " to " + mapping.targetSize()
                        + " tokens, the model has " + tables.input().rows() + " and the tokenizer " + tokenizer.size()
                        + "; it was made for others.");
            }
            if (own != null) {
                requireRows(mapping, own, tables, tokenizer);
            }
        }
        return mapping;
    }

    /** The model's tokenizer has more tokens than its tables have rows; that is no harm where the mapping needs none of them. */
    private static void requireRows(TokenMapping mapping, Tokenizer own, EmbeddingTables tables, Tokenizer tokenizer)
            throws InputException {
        int rows = tables.input().rows();
        for (int target = 0; target < mapping.targetSize(); target++) {
            for (int source : mapping.row(target).sources()) {
                if (source >= rows) {
                    throw new InputException("The mapping makes \"" + tokenizer.piece(target) + "\" of the token \"" + own.piece(source)
                            + "\" with the number " + source + ", but the model's token table has only " + rows + " rows (0 to "
                            + (rows - 1) + ").");
                }
            }
        }
    }

    private static Initializer copyOverlap(Path model, Tokenizer tokenizer) throws HydraException {
        try (Tokenizer source = PretrainedFolder.open(model).tokenizer()) {
            return new CopyOverlap(source, tokenizer);
        }
    }

    private static void writeWeights(
            EmbeddingTables tables, Initializer method, TransferOptions options, int size, Path folder, Progress progress)
            throws HydraException {
        ModelWeights weights = tables.weights();
        List<String> replaced = tables.files().tables();
        Map<String, SourceTable> sources = new HashMap<>(Map.of(replaced.getFirst(), tables.input()));
        tables.head().ifPresent(head -> sources.put(replaced.getLast(), head));
        Map<String, String> renamed = new HashMap<>();
        sources.forEach((name, source) -> renamed.put(source.name(), name));
        Map<String, List<TensorInfo>> shards = weights.shards();
        List<TensorInfo> all = new ArrayList<>();
        for (List<TensorInfo> shard : shards.values()) {
            shard.removeIf(tensor -> replaced.contains(tensor.name()) && !renamed.containsKey(tensor.name()));
            shard.replaceAll(tensor -> renamed.containsKey(tensor.name())
                    ? new TensorInfo(renamed.get(tensor.name()), options.tableType(), new long[] {size, tables.input().width()})
                    : tensor);
            all.addAll(shard);
        }
        shards.values().removeIf(List::isEmpty);
        long bytes = all.stream().mapToLong(TensorInfo::byteSize).sum();
        long done = 0;
        try (SafetensorsWriter writer = SafetensorsWriter.shards(folder, shards)) {
            progress.message("Writing the model");
            for (TensorInfo tensor : all) {
                progress.checkCancelled();
                SourceTable source = sources.get(tensor.name());
                if (source == null) {
                    writer.copy(tensor.name(), weights, tensor.name());
                } else {
                    writeTable(writer, tensor, method.over(source), progress);
                }
                done += tensor.byteSize();
                progress.update(done, bytes);
            }
            writer.finish();
        }
    }

    private static void writeTable(SafetensorsWriter writer, TensorInfo table, Initializer.Rows rows, Progress progress) throws HydraException {
        int size = Math.toIntExact(table.rows());
        int width = Math.toIntExact(table.rowElements());
        for (int first = 0; first < size; first += BLOCK) {
            progress.checkCancelled();
            int count = Math.min(BLOCK, size - first);
            writer.append(table.name(), block(rows, first, count, width), count * width);
        }
    }

    private static float[] block(Initializer.Rows rows, int first, int count, int width) throws HydraException {
        float[] block = new float[count * width];
        Queue<HydraException> failures = new ConcurrentLinkedQueue<>();
        IntStream.range(0, count).parallel().forEach(r -> {
            float[] row = new float[width];
            try {
                rows.row(first + r, row);
            } catch (HydraException e) {
                failures.add(e);
            }
            System.arraycopy(row, 0, block, r * width, width);
        });
        HydraException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        return block;
    }
}
