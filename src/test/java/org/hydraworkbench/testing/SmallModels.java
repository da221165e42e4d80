package org.hydraworkbench.testing;

import static org.hydraworkbench.testing.Languages.ENGLISH;
import static org.hydraworkbench.testing.Languages.ESPERANTO;
import static org.hydraworkbench.testing.Languages.KABYLE;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.hydra.HeadSource;
import org.hydraworkbench.hydra.HydraAssembler;
import org.hydraworkbench.hydra.HydraHeads;
import org.hydraworkbench.hydra.HydraManifest;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.text.LanguageTag;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.transfer.Transfer;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;

/** Small real things built from stories260K within a second: a Kabyle tokenizer, an untied model, a Hydra. */
public final class SmallModels {

    private static final List<String> SENTENCES = List.of(
            "Azul fell-awen ay imeddukal.",
            "Tom yella deg uxxam-is.",
            "Ur ẓriɣ ara anda yella Tom.",
            "Tanemmirt-ik aṭas, a gma.",
            "Yeɣra adlis-nni yelhan.",
            "Nekk d aqbayli, kečč d amerikani.",
            "Ad d-yas azekka ɣef ssbeḥ.");

    private SmallModels() {}

    /** Trains a tokenizer of about 320 pieces on a few Kabyle sentences. */
    public static Path kabyleTokenizer(Path folder) throws Exception {
        TokenizerTrainer.train(
                Stream.of(SENTENCES, SENTENCES, SENTENCES).flatMap(List::stream),
                TokenizerTrainer.Options.defaults().withVocabularySize(320).withMinFrequency(1),
                folder,
                Progress.none());
        return folder;
    }

    /** stories260K with a head of its own: twice the input table. */
    public static Path untiedStories(Path folder) throws Exception {
        Path stories = TestModels.stories();
        Files.createDirectories(folder);
        PretrainedFolder.copyAround(stories, folder);
        JsonObject config = JsonParser.parseString(Files.readString(stories.resolve("config.json"))).getAsJsonObject();
        config.addProperty("tie_word_embeddings", false);
        Files.writeString(folder.resolve("config.json"), config.toString());
        try (ModelWeights weights = ModelWeights.open(stories)) {
            List<TensorInfo> tensors = new ArrayList<>();
            for (String name : weights.names()) {
                tensors.add(weights.info(name));
            }
            tensors.add(weights.info("model.embed_tokens.weight").named("lm_head.weight"));
            try (SafetensorsWriter writer = SafetensorsWriter.model(folder, tensors, Long.MAX_VALUE)) {
                for (String name : weights.names()) {
                    writer.copy(name, weights, name);
                }
                float[] head = weights.floats("model.embed_tokens.weight");
                for (int i = 0; i < head.length; i++) {
                    head[i] *= 2;
                }
                writer.write("lm_head.weight", head);
                writer.finish();
            }
        }
        return folder;
    }

    /** Writes another number over the last of a tensor of a model in one file of 32-bit numbers. */
    public static void setLast(Path model, String tensor, float number) throws Exception {
        try (FileChannel file = FileChannel.open(model.resolve("model.safetensors"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer all = file.map(FileChannel.MapMode.READ_WRITE, 0, file.size()).order(ByteOrder.LITTLE_ENDIAN);
            byte[] header = new byte[Math.toIntExact(all.getLong(0))];
            all.get(8, header);
            JsonObject json = JsonParser.parseString(new String(header, StandardCharsets.UTF_8)).getAsJsonObject();
            int end = json.getAsJsonObject(tensor).getAsJsonArray("data_offsets").get(1).getAsInt();
            all.putFloat(8 + header.length + end - Float.BYTES, number);
        }
    }

    /** stories260K with a token in its tokenizer for which its table has no row: the number 512 of 512. */
    public static Path storiesWithTokenBeyond(Path folder, String token) throws Exception {
        PretrainedFolder.open(TestModels.stories()).copyTo(folder, Progress.none());
        Path file = folder.resolve("tokenizer.json");
        JsonObject json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        JsonObject added = json.getAsJsonArray("added_tokens").get(0).getAsJsonObject().deepCopy();
        added.addProperty("id", 512);
        added.addProperty("content", token);
        added.addProperty("special", false);
        json.getAsJsonArray("added_tokens").add(added);
        Files.writeString(file, json.toString());
        return folder;
    }

    /** An untrained Hydra: stories260K's English, and Kabyle by copied overlap. */
    public static Path hydra(Path folder) throws Exception {
        Path tokenizer = kabyleTokenizer(folder.resolve("tokenizer"));
        Path target = folder.resolve("target");
        Transfer.init(
                TestModels.stories(),
                tokenizer,
                TransferMethod.COPY_OVERLAP,
                null,
                TransferOptions.defaults(),
                target,
                Progress.none());
        Path hydra = folder.resolve("hydra");
        HydraAssembler.assemble(TestModels.stories(), ENGLISH, target, KABYLE, hydra, Progress.none());
        return hydra;
    }

    /** The Hydra of {@link #hydra} with a third language, which has an output table of its own. */
    public static Path threeHeads(Path folder) throws Exception {
        Path third = folder.resolve("three");
        try (HeadSource source = HeadSource.open(untiedStories(folder.resolve("untied")), null)) {
            HydraHeads.add(hydra(folder), source, ESPERANTO, hydra -> {}, third, Progress.none());
        }
        return third;
    }

    /** Leaves nothing to a head but to read. */
    public static Path onlyReads(Path hydra, LanguageTag language) throws Exception {
        HydraManifest all = HydraManifest.read(hydra);
        new HydraManifest(all.bodyLanguage(), all.languages(), Set.of(language), all.directions(), all.templates()).write(hydra);
        return hydra;
    }

    /** A copy of a model with all weights in bfloat16. */
    public static Path half(Path model, Path folder) throws Exception {
        Folders.copy(model, folder, Progress.none());
        Path file = folder.resolve("model.safetensors");
        Files.delete(file);
        try (ModelWeights weights = ModelWeights.open(model)) {
            List<TensorInfo> infos = new ArrayList<>();
            for (String name : weights.names()) {
                infos.add(new TensorInfo(name, DType.BF16, weights.info(name).shape()));
            }
            try (SafetensorsWriter writer = SafetensorsWriter.file(file, infos)) {
                for (TensorInfo info : infos) {
                    writer.convert(info.name(), weights, info.name());
                }
                writer.finish();
            }
        }
        return folder;
    }
}
