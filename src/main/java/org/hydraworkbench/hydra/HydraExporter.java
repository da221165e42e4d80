package org.hydraworkbench.hydra;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.hydraworkbench.weights.TensorSource;

/** Turns a Hydra's folder into others: a plain model of one language for transformers, or the same Hydra in another type. */
public final class HydraExporter {

    /** A tensor to write: where it is read, under which name, and under which name it is written. */
    private record Item(TensorSource source, String from, String to) {}

    private HydraExporter() {}

    /**
     * Writes the body with one language's tables as a folder that transformers loads.
     *
     * @param dtype the type of all tensors written
     * @param out a folder that does not exist yet, or is empty
     * @throws UsageException when the Hydra has no such head, or one that only reads
     */
    public static void language(Path hydra, LanguageTag language, DType dtype, Path out, Progress progress)
            throws HydraException {
        HydraManifest manifest = HydraManifest.read(hydra);
        manifest.requireWrites(hydra, language);
        PretrainedFolder body = PretrainedFolder.open(HydraManifest.body(hydra));
        Path head = HydraManifest.head(hydra, language);
        try (EmbeddingTables old = EmbeddingTables.open(HydraManifest.body(hydra));
                SafetensorsFile tables = SafetensorsFile.open(HydraManifest.tables(hydra, language));
                Tokenizer tokenizer = Tokenizer.load(head)) {
            List<Item> items = new ArrayList<>();
            items.add(new Item(tables, HydraManifest.INPUT, old.files().inputTable()));
            for (String name : old.weights().names()) {
                if (!old.files().tables().contains(name)) {
                    items.add(new Item(old.weights(), name, name));
                }
            }
            boolean tied = !tables.has(HydraManifest.HEAD);
            if (!tied) {
                items.add(new Item(tables, HydraManifest.HEAD, old.files().headTable()));
            }
            long rows = tables.info(HydraManifest.INPUT).rows();
            AtomicFolder.write(out, folder -> {
                body.writeAround(folder, tokenizer, Math.toIntExact(rows), tied, dtype);
                write(items, dtype, folder, progress);
            });
        }
    }

    /**
     * Writes the same Hydra with all tensors in another type, for example bfloat16 to halve it.
     *
     * @param out a folder that does not exist yet, or is empty
     */
    public static void convert(Path hydra, DType dtype, Path out, Progress progress) throws HydraException {
        HydraManifest manifest = HydraManifest.read(hydra);
        AtomicFolder.write(out, folder -> {
            PretrainedFolder body = PretrainedFolder.open(HydraManifest.body(hydra));
            Path newBody = HydraManifest.body(folder);
            Folders.create(newBody);
            try (ModelWeights weights = body.weights()) {
                body.writeAround(newBody, body.tables(weights), dtype);
                List<Item> items = weights.names().stream().map(name -> new Item(weights, name, name)).toList();
                write(items, dtype, newBody, progress);
            }
            for (LanguageTag language : manifest.languages()) {
                Path head = HydraManifest.head(folder, language);
                Folders.create(head);
                TokenizerFolder.copy(HydraManifest.head(hydra, language), head);
                try (SafetensorsFile tables = SafetensorsFile.open(HydraManifest.tables(hydra, language))) {
                    List<Item> items = tables.names().stream().map(name -> new Item(tables, name, name)).toList();
                    try (SafetensorsWriter writer =
                            SafetensorsWriter.file(HydraManifest.tables(folder, language), declare(items, dtype))) {
                        convert(items, writer, progress);
                    }
                }
            }
            manifest.write(folder);
        });
    }

    private static void write(List<Item> items, DType dtype, Path folder, Progress progress) throws HydraException {
        try (SafetensorsWriter writer =
                SafetensorsWriter.model(folder, declare(items, dtype), SafetensorsWriter.DEFAULT_SHARD_BYTES)) {
            convert(items, writer, progress);
        }
    }

    private static List<TensorInfo> declare(List<Item> items, DType dtype) throws HydraException {
        List<TensorInfo> declared = new ArrayList<>();
        for (Item item : items) {
            declared.add(new TensorInfo(item.to(), dtype, item.source().info(item.from()).shape()));
        }
        return declared;
    }

    private static void convert(List<Item> items, SafetensorsWriter writer, Progress progress) throws HydraException {
        for (Item item : items) {
            progress.checkCancelled();
            writer.convert(item.to(), item.source(), item.from());
        }
        writer.finish();
    }
}
