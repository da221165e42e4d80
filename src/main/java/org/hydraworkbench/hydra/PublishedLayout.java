package org.hydraworkbench.hydra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.family.ConfigFields;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.text.LanguagePair;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.transfer.SourceTable;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;
import org.jspecify.annotations.Nullable;

/**
 * The layout in which the authors publish their Hydras (Remy et al. 2024, section 4; {@code LlamaHydraForCausalLM} of their model
 * repositories): one input table, first the rows of the language that is written, then those of the one that is read, whose token ids are
 * shifted by the number of the first; an output table of the first alone. So it goes one way. The tokenizer beside the weights is that of the
 * language that is written; that of the other has a folder of its own here, and is left out of the authors' repositories.
 */
public final class PublishedLayout {

    /** Where the tokenizer of the language that is read lies. */
    private static final String SOURCE_TOKENIZER = "source_tokenizer";

    private static final String ARCHITECTURE = "LlamaHydraForCausalLM";
    private static final String MODEL_TYPE = "llama_hydra";
    private static final String BODY_TYPE = "llama";
    private static final String INPUTS = "input_vocab_size";
    private static final String OUTPUTS = "output_vocab_size";

    private PublishedLayout() {}

    /**
     * Writes one direction of a Hydra.
     *
     * @param dtype the type of all tensors written
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when the Hydra cannot translate so
     */
    public static void write(Path hydra, LanguagePair direction, DType dtype, Path out, Progress progress) throws HydraException {
        HydraManifest manifest = HydraManifest.read(hydra);
        manifest.requireHead(hydra, direction.from());
        manifest.requireWrites(hydra, direction.to());
        if (direction.from().equals(direction.to())) {
            throw new UsageException("Both languages are " + direction.to() + "; this layout is of two.");
        }
        PretrainedFolder body = PretrainedFolder.open(HydraManifest.body(hydra));
        String family = body.config().family().type();
        if (!family.equals(BODY_TYPE)) {
            throw new UsageException("This layout is of models of the family " + BODY_TYPE + ", but this Hydra's body is of " + family + ".");
        }
        Path target = HydraManifest.head(hydra, direction.to());
        try (ModelWeights weights = body.weights();
                SafetensorsFile read = SafetensorsFile.open(HydraManifest.tables(hydra, direction.from()));
                SafetensorsFile written = SafetensorsFile.open(HydraManifest.tables(hydra, direction.to()));
                Tokenizer tokenizer = Tokenizer.load(target)) {
            int outputs = SourceTable.of(written, HydraManifest.INPUT).rows();
            int inputs = Math.addExact(outputs, SourceTable.of(read, HydraManifest.INPUT).rows());
            AtomicFolder.write(out, folder -> {
                body.writeAround(folder, tokenizer, outputs, false, dtype);
                PretrainedFolder.open(folder)
                        .configFile()
                        .withModel(MODEL_TYPE, ARCHITECTURE)
                        .with(INPUTS, inputs)
                        .with(OUTPUTS, outputs)
                        .write(folder);
                Path source = folder.resolve(SOURCE_TOKENIZER);
                Folders.create(source);
                TokenizerFolder.copy(HydraManifest.head(hydra, direction.from()), source);
                writeWeights(weights, read, written, inputs, dtype, folder, progress);
            });
        }
    }

    private static void writeWeights(
            ModelWeights weights, SafetensorsFile read, SafetensorsFile written, int inputs, DType dtype, Path folder, Progress progress)
            throws HydraException {
        List<String> body = bodyTensors(weights);
        String head = written.has(HydraManifest.HEAD) ? HydraManifest.HEAD : HydraManifest.INPUT;
        List<TensorInfo> declared = new ArrayList<>();
        declared.add(new TensorInfo(TableNames.INPUT, dtype, new long[] {inputs, read.info(HydraManifest.INPUT).rowElements()}));
        for (String name : body) {
            declared.add(new TensorInfo(name, dtype, weights.info(name).shape()));
        }
        declared.add(new TensorInfo(TableNames.HEAD, dtype, written.info(head).shape()));
        try (SafetensorsWriter writer = SafetensorsWriter.model(folder, declared, SafetensorsWriter.DEFAULT_SHARD_BYTES)) {
            writer.convert(TableNames.INPUT, written, HydraManifest.INPUT);
            writer.convert(TableNames.INPUT, read, HydraManifest.INPUT);
            for (String name : body) {
                progress.checkCancelled();
                writer.convert(name, weights, name);
            }
            writer.convert(TableNames.HEAD, written, head);
            writer.finish();
        }
    }

    private static List<String> bodyTensors(ModelWeights weights) {
        return weights.names().stream().filter(name -> !TableNames.all().contains(name)).toList();
    }

    /** The tables of a published Hydra, opened. */
    private record Published(ModelWeights weights, int inputs, int outputs, int width, boolean tied) {

        static Published of(Path folder, ModelWeights weights) throws HydraException {
            ConfigFields config = PretrainedFolder.open(folder).configFile().fields();
            int inputs = config.count(INPUTS, 1);
            int outputs = config.count(OUTPUTS, config.count("vocab_size", 1));
            if (inputs <= outputs) {
                throw InputException.in(folder, "is no published Hydra: its config.json should have an " + INPUTS + " above its vocab_size");
            }
            SourceTable input = SourceTable.of(weights, TableNames.INPUT);
            SourceTable head = SourceTable.of(weights, TableNames.HEAD);
            if (input.rows() != inputs || head.rows() != outputs || input.width() != head.width()) {
                throw InputException.in(folder, "the input table has " + input.rows() + " rows of " + input.width() + ", the output table "
                        + head.rows() + " of " + head.width() + "; by config.json they have " + inputs + " and " + outputs);
            }
            boolean tied = input.dtype() == head.dtype()
                    && weights.read(TableNames.INPUT, first -> weights.read(TableNames.HEAD, second ->
                            first.asSlice(0, second.byteSize()).mismatch(second) < 0));
            return new Published(weights, inputs, outputs, input.width(), tied);
        }

        TensorInfo input(String name, int rows) throws InputException {
            return new TensorInfo(name, weights.info(TableNames.INPUT).dtype(), new long[] {rows, width});
        }

        void copyInput(SafetensorsWriter writer, TensorInfo part, long firstRow) throws HydraException {
            weights.read(TableNames.INPUT, bytes -> {
                writer.write(part.name(), bytes.asSlice(firstRow * width * part.dtype().bytes(), part.byteSize()));
                return part;
            });
        }
    }

    /**
     * Makes a Hydra of a published one: the language that is written is that of the body, the other can only be read. Tensors are copied byte
     * for byte.
     *
     * @param sourceTokenizer the folder of the tokenizer of the language that is read; null where it lies with the model
     * @param out a folder that does not exist yet, or is empty
     * @throws InputException when there is no published Hydra, or its tokenizer is missing
     */
    public static void read(Path published, LanguagePair direction, @Nullable Path sourceTokenizer, Path out, Progress progress)
            throws HydraException {
        if (direction.from().equals(direction.to())) {
            throw new UsageException("Source and target are both " + direction.to() + "; a Hydra needs two languages.");
        }
        AtomicFolder.requireFree(out);
        Path sources = sourceTokenizer == null ? published.resolve(SOURCE_TOKENIZER) : sourceTokenizer;
        if (Files.notExists(sources)) {
            throw InputException.in(published, "comes without a tokenizer of " + direction.from() + "; name it with --source-tokenizer");
        }
        try (ModelWeights weights = PretrainedFolder.open(published).weights();
                Tokenizer target = Tokenizer.load(published);
                Tokenizer source = Tokenizer.load(sources)) {
            Published tables = Published.of(published, weights);
            AtomicFolder.write(out, folder -> {
                progress.message("Copying the body");
                readBody(published, tables, HydraManifest.body(folder), progress);
                progress.message("Copying the heads");
                readHead(target, tables, 0, tables.outputs, HydraManifest.head(folder, direction.to()));
                readHead(source, tables, tables.outputs, tables.inputs - tables.outputs, HydraManifest.head(folder, direction.from()));
                new HydraManifest(
                                direction.to(),
                                List.of(direction.from(), direction.to()),
                                Set.of(direction.from()),
                                List.of(direction),
                                PromptTemplates.shipped())
                        .write(folder);
            });
        }
    }

    private static void readBody(Path published, Published tables, Path folder, Progress progress) throws HydraException {
        Folders.create(folder);
        PretrainedFolder.open(published)
                .configFile()
                .without(List.of(INPUTS, OUTPUTS, "auto_map", "_name_or_path"))
                .withTables(tables.outputs, tables.tied)
                .withModel(BODY_TYPE, "LlamaForCausalLM")
                .write(folder);
        PretrainedFolder.copyAround(published, folder);
        ModelWeights weights = tables.weights;
        List<String> body = bodyTensors(weights);
        TensorInfo input = tables.input(TableNames.INPUT, tables.outputs);
        List<TensorInfo> declared = new ArrayList<>(List.of(input));
        for (String name : body) {
            declared.add(weights.info(name));
        }
        if (!tables.tied) {
            declared.add(weights.info(TableNames.HEAD));
        }
        try (SafetensorsWriter writer = SafetensorsWriter.model(folder, declared, SafetensorsWriter.DEFAULT_SHARD_BYTES)) {
            tables.copyInput(writer, input, 0);
            for (TensorInfo tensor : declared.subList(1, declared.size())) {
                progress.checkCancelled();
                writer.copy(tensor.name(), weights, tensor.name());
            }
            writer.finish();
        }
    }

    private static void readHead(Tokenizer tokenizer, Published tables, int firstRow, int rows, Path folder) throws HydraException {
        Folders.create(folder);
        TokenizerFolder.copyAlone(tokenizer, folder);
        boolean writes = firstRow == 0 && !tables.tied;
        TensorInfo input = tables.input(HydraManifest.INPUT, rows);
        List<TensorInfo> declared = new ArrayList<>(List.of(input));
        if (writes) {
            declared.add(tables.weights.info(TableNames.HEAD).named(HydraManifest.HEAD));
        }
        try (SafetensorsWriter writer = SafetensorsWriter.file(folder.resolve(HydraManifest.TABLES), declared)) {
            tables.copyInput(writer, input, firstRow);
            if (writes) {
                writer.copy(HydraManifest.HEAD, tables.weights, TableNames.HEAD);
            }
            writer.finish();
        }
    }
}
