package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Folders of models as people have them: each gives the right text, or one sentence that names file and reason. All are stories260K, and the
 * right text is what transformers' greedy search writes with it.
 */
class OddFoldersTest {

    private static final String PROMPT = "Once upon a time";
    private static final String ANSWER = ", there was a little girl named Lily. She loved to play outsid" + System.lineSeparator();

    @TempDir
    Path temporary;

    private Path model;

    @BeforeEach
    void copy() throws Exception {
        model = temporary.resolve("model");
        Folders.copy(TestModels.stories(), model, Progress.none());
    }

    private record Run(int code, String out, String err) {}

    private static Run run(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Run(code, out.toString(), err.toString());
    }

    private static Run generate(Path folder) {
        return run("generate", "--model", folder, "--prompt", PROMPT, "--max-tokens", 20, "--threads", 1);
    }

    private static void assertRight(Path folder) {
        Run run = generate(folder);
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(ANSWER);
    }

    /** What is done to a folder, by what it is called here, and the sentence that it leads to. */
    private record Odd(String name, Damage damage, String sentence) {

        interface Damage {
            void to(OddFoldersTest test) throws Exception;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static List<Odd> broken() {
        List<Odd> all = new ArrayList<>();
        addPlaces(all);
        addConfigurations(all);
        addWeights(all);
        addIndexes(all);
        addTokenizers(all);
        return all;
    }

    private static void addPlaces(List<Odd> all) {
        all.add(new Odd("nothing there", t -> Folders.delete(t.model), "model: there is no such folder"));
        all.add(new Odd("empty folder", t -> t.replace(), "model: is an empty folder"));
        all.add(new Odd("a file", t -> Files.writeString(t.replaced(), "x"), "model: is a file; give the folder of a model"));
        all.add(new Odd("a GGUF file", t -> t.model = Files.writeString(t.temporary.resolve("m.gguf"), "GGUF"), "m.gguf: is GGUF, in which"));
        all.add(new Odd("GGUF in a folder", t -> t.replace("m.gguf", "GGUF"), "model: holds its model only as GGUF"));
        all.add(new Odd("an adapter", t -> t.replace("adapter_config.json", "{\"base_model_name_or_path\": \"a/b\"}", "adapter_model.safetensors", ""),
                "model: holds only an adapter of a/b, not a model; merge it into its model first"));
        all.add(new Odd("a cache", t -> Files.createDirectories(t.replaced().resolve("snapshots/0a1b")),
                "model: is a folder of a cache; the model lies in "));
        all.add(new Odd("a link to nowhere", t -> {
            Files.delete(t.file("config.json"));
            Files.createSymbolicLink(t.file("config.json"), Path.of("../blobs/gone"));
        }, "model: has no config.json"));
        all.add(new Odd("a folder for a file", t -> {
            Files.delete(t.file("config.json"));
            Files.createDirectory(t.file("config.json"));
        }, "model: has no config.json"));
    }

    private static void addConfigurations(List<Odd> all) {
        all.add(new Odd("config cut short", t -> t.write("config.json", "{\"model_type\": \"llama\""), "config.json: is not JSON (End of input in line 1"));
        all.add(new Odd("config a list", t -> t.write("config.json", "[]"), "config.json: should hold a JSON object, but holds a list"));
        all.add(new Odd("NaN", t -> t.config("rope_theta", "NaN"), "config.json: is not JSON"));
        all.add(new Odd("another family", t -> t.config("model_type", "\"mixtral\""), "config.json: model_type is \"mixtral\": it is a mixture of experts"));
        all.add(new Odd("a size below 0", t -> t.config("hidden_size", "-64"), "config.json: hidden_size must be above 0, not -64"));
        all.add(new Odd("an absurd size", t -> t.config("intermediate_size", "2000000000"), "config.json: intermediate_size is 2000000000, more than any"));
        all.add(new Odd("half a size", t -> t.config("num_hidden_layers", "4.5"), "config.json: num_hidden_layers must be a whole number"));
        all.add(new Odd("heads that do not divide", t -> t.config("num_attention_heads", "7"), "config.json: hidden_size (64) is not a multiple of"));
        all.add(new Odd("a width that is odd", t -> t.config("head_dim", "7"), "config.json: head_dim (7) must be even"));
        all.add(new Odd("an unknown rope", t -> t.config("rope_scaling", "{\"rope_type\": \"spiral\", \"factor\": 2}"),
                "config.json: rope type \"spiral\" is not supported"));
        all.add(new Odd("no word of the layers", t -> t.config("num_hidden_layers", null), "config.json: num_hidden_layers is missing"));
        all.add(new Odd("GPTQ", t -> t.config("quantization_config", "{\"quant_method\": \"gptq\", \"bits\": 4}"),
                "config.json: the weights are quantised (gptq); take the model's unquantised form"));
        all.add(new Odd("bitsandbytes", t -> t.config("quantization_config", "{\"load_in_4bit\": true}"),
                "config.json: the weights are quantised (in an unknown way)"));
        all.add(new Odd("other rows than it says", t -> t.config("vocab_size", "500"), "512 rows, but config.json says 500"));
        all.add(new Odd("stop tokens that are none", t -> t.write("generation_config.json", "{\"eos_token_id\": \"</s>\"}"),
                "generation_config.json: eos_token_id must be a token id or a list of them"));
    }

    private static void addWeights(List<Odd> all) {
        all.add(new Odd("cut short", t -> t.weights(bytes -> java.util.Arrays.copyOf(bytes, bytes.length - 100)),
                " ends 100 bytes after the end of the file; the file is cut short"));
        all.add(new Odd("a header longer than the file", t -> t.weights(bytes -> {
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, 1L << 40);
            return bytes;
        }), "model.safetensors: is no safetensors file, or is cut short"));
        all.add(new Odd("a header that is no JSON", t -> t.weights(bytes -> {
            bytes[20] = 0;
            return bytes;
        }), "model.safetensors: has a damaged safetensors header"));
        all.add(new Odd("tensors over each other", t -> t.header(header -> t.offsets(header, "model.norm.weight", -256)), "overlaps tensor"));
        all.add(new Odd("a shape that does not fit its bytes", t -> t.header(header -> t.shape(header, "model.norm.weight", 65)),
                "model.safetensors: tensor model.norm.weight of type F32 and shape [65] needs 260 bytes"));
        all.add(new Odd("a shape that does not fit the configuration", t -> t.header(header -> t.shape(header, "model.norm.weight", 8, 8)),
                "tensor model.norm.weight is [8, 8], but config.json asks for [64]"));
        all.add(new Odd("a tensor too few", t -> t.config("num_hidden_layers", "6"), "the model has no tensor model.layers.5."));
        all.add(new Odd("no head", t -> t.config("tie_word_embeddings", "false"),
                "has no tensor lm_head.weight, though by config.json the head is a tensor of its own"));
        all.add(new Odd("eight bits", t -> t.tensors(Map.of("model.norm.weight", DType.F8_E4M3)),
                "the weights are quantised: tensor model.norm.weight has type F8_E4M3"));
        all.add(new Odd("whole numbers", t -> t.tensors(Map.of("model.norm.weight", DType.I8)), "tensor model.norm.weight has type I8; F32, F16 or BF16"));
        all.add(new Odd("pickles only", t -> Files.move(t.file("model.safetensors"), t.file("pytorch_model.bin")),
                "holds its weights only in a format that can carry code (pytorch_model.bin), which is never read here; save the model as"));
        all.add(new Odd("weights of another program only", t -> Files.move(t.file("model.safetensors"), t.file("model.onnx")),
                "has neither model.safetensors nor model.safetensors.index.json, only model.onnx"));
        all.add(new Odd("no weights", t -> Files.delete(t.file("model.safetensors")), "has neither model.safetensors nor"));
    }

    private static void addIndexes(List<Odd> all) {
        all.add(new Odd("shards without an index", t -> {
            t.shard();
            Files.delete(t.file("model.safetensors.index.json"));
        }, "has neither model.safetensors nor model.safetensors.index.json, which says what lies in model-00001-of-"));
        all.add(new Odd("a shard that is missing", t -> {
            t.shard();
            Files.delete(t.file("model-00002-of-00004.safetensors"));
        }, "model-00002-of-00004.safetensors: there is no such file"));
        all.add(new Odd("an index that is wrong", t -> {
            t.shard();
            t.index(map -> map.addProperty("model.norm.weight", "model-00002-of-00004.safetensors"));
        }, "tensor model.norm.weight is not in model-00002-of-00004.safetensors, where the index has it"));
        all.add(new Odd("a tensor in two shards", t -> {
            t.shard();
            Files.copy(t.file("model-00001-of-00004.safetensors"), t.file("again.safetensors"));
            t.index(map -> map.addProperty("model.embed_tokens.weight", "again.safetensors"));
        }, "is both in "));
        all.add(new Odd("a shard somewhere else", t -> {
            t.shard();
            t.index(map -> map.addProperty("model.norm.weight", "../secret.safetensors"));
        }, "should be in a safetensors file of this folder, not in \"../secret.safetensors\""));
        all.add(new Odd("an index without a map", t -> {
            t.shard();
            t.write("model.safetensors.index.json", "{}");
        }, "model.safetensors.index.json: has no weight_map"));
    }

    private static void addTokenizers(List<Odd> all) {
        all.add(new Odd("no tokenizer", t -> Files.delete(t.file("tokenizer.json")), "model: there is no tokenizer here"));
        all.add(new Odd("tekken alone", t -> Files.move(t.file("tokenizer.json"), t.file("tekken.json")), "from tekken.json alone none can be made"));
        all.add(new Odd("a tokenizer of another format", t -> t.write("tokenizer.json", "{\"type\": \"word\", \"words\": [\"a\"]}"),
                "tokenizer.json: is not a tokenizer file (it holds no vocabulary)"));
        all.add(new Odd("a tokenizer that ends early", t -> t.write("tokenizer.json", "{\"model\": {"), "tokenizer.json: is not a tokenizer file"));
        all.add(new Odd("a configuration of the tokenizer that is none", t -> t.write("tokenizer_config.json", "true"),
                "tokenizer_config.json: should hold a JSON object"));
    }

    private void replace(String... files) throws Exception {
        Folders.delete(model);
        Files.createDirectory(model);
        for (int i = 0; i < files.length; i += 2) {
            write(files[i], files[i + 1]);
        }
    }

    /** Where the folder was. */
    private Path replaced() throws Exception {
        Folders.delete(model);
        return model;
    }

    private Path file(String name) {
        return model.resolve(name);
    }

    private void write(String name, String text) throws Exception {
        Files.writeString(file(name), text);
    }

    /** Another value in the configuration, spelt as given; null takes the key away. */
    private void config(String key, String value) throws Exception {
        JsonObject json = Json.readObject(file("config.json"));
        json.remove(key);
        String text = json.toString();
        write("config.json", value == null ? text : "{\"" + key + "\": " + value + "," + text.substring(1));
    }

    private interface Change {
        byte[] of(byte[] bytes) throws Exception;
    }

    private void weights(Change change) throws Exception {
        Files.write(file("model.safetensors"), change.of(Files.readAllBytes(file("model.safetensors"))));
    }

    private void header(Consumer<JsonObject> change) throws Exception {
        weights(bytes -> {
            int length = Math.toIntExact(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong());
            JsonObject header = Json.parseObject(new String(bytes, 8, length, StandardCharsets.UTF_8));
            change.accept(header);
            byte[] text = header.toString().getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.allocate(8 + text.length + bytes.length - 8 - length)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(text.length)
                    .put(text)
                    .put(bytes, 8 + length, bytes.length - 8 - length)
                    .array();
        });
    }

    private void offsets(JsonObject header, String tensor, int shift) {
        JsonArray offsets = header.getAsJsonObject(tensor).getAsJsonArray("data_offsets");
        JsonArray shifted = new JsonArray();
        offsets.forEach(offset -> shifted.add(offset.getAsLong() + shift));
        header.getAsJsonObject(tensor).add("data_offsets", shifted);
    }

    private void shape(JsonObject header, String tensor, int... shape) {
        JsonArray array = new JsonArray();
        for (int dimension : shape) {
            array.add(dimension);
        }
        header.getAsJsonObject(tensor).add("shape", array);
    }

    /** Writes the weights anew, some in another type, with nothing but zeros in them. */
    private void tensors(Map<String, DType> types) throws Exception {
        Path made = Files.createDirectory(temporary.resolve("made"));
        try (ModelWeights weights = ModelWeights.open(model)) {
            List<TensorInfo> infos = new ArrayList<>();
            for (String name : weights.names()) {
                TensorInfo info = weights.info(name);
                infos.add(new TensorInfo(name, types.getOrDefault(name, info.dtype()), info.shape()));
            }
            try (SafetensorsWriter writer = SafetensorsWriter.model(made, infos, Long.MAX_VALUE)) {
                for (TensorInfo info : infos) {
                    if (types.containsKey(info.name())) {
                        writer.write(info.name(), java.lang.foreign.MemorySegment.ofArray(new byte[Math.toIntExact(info.byteSize())]));
                    } else {
                        writer.copy(info.name(), weights, info.name());
                    }
                }
                writer.finish();
            }
        }
        Files.move(made.resolve("model.safetensors"), file("model.safetensors"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Cuts the token table off. */
    private void rows(int rows) throws Exception {
        float[] table;
        List<TensorInfo> infos = new ArrayList<>();
        Map<String, float[]> all = new LinkedHashMap<>();
        try (ModelWeights weights = ModelWeights.open(model)) {
            for (String name : weights.names()) {
                boolean cut = name.equals("model.embed_tokens.weight");
                TensorInfo info = weights.info(name);
                infos.add(cut ? new TensorInfo(name, DType.F32, new long[] {rows, 64}) : info);
                table = weights.floats(name);
                all.put(name, cut ? java.util.Arrays.copyOf(table, rows * 64) : table);
            }
        }
        try (SafetensorsWriter writer = SafetensorsWriter.model(model, infos, Long.MAX_VALUE)) {
            for (TensorInfo info : infos) {
                writer.write(info.name(), all.get(info.name()));
            }
            writer.finish();
        }
        config("vocab_size", String.valueOf(rows));
    }

    /** Turns the weights into shards with an index. */
    private void shard() throws Exception {
        Path made = Files.createDirectory(temporary.resolve("made"));
        try (ModelWeights weights = ModelWeights.open(model)) {
            List<TensorInfo> infos = new ArrayList<>();
            for (String name : weights.names()) {
                infos.add(weights.info(name));
            }
            try (SafetensorsWriter writer = SafetensorsWriter.model(made, infos, 300_000)) {
                for (TensorInfo info : infos) {
                    writer.copy(info.name(), weights, info.name());
                }
                writer.finish();
            }
        }
        Files.delete(file("model.safetensors"));
        Folders.copy(made, model, Progress.none());
    }

    private void index(Consumer<JsonObject> change) throws Exception {
        JsonObject json = Json.readObject(file("model.safetensors.index.json"));
        change.accept(json.getAsJsonObject("weight_map"));
        write("model.safetensors.index.json", json.toString());
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatCannotBeReadIsRefusedInOneSentence(Odd odd) throws Exception {
        odd.damage().to(this);
        Run run = generate(model);
        assertThat(run.err()).contains(odd.sentence()).contains(temporary.toString());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).doesNotContain("Exception", "java.", "\tat ");
        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).isEmpty();
    }

    /** These steps do not look at all that a folder holds; what they refuse they refuse so too, and what they make of the rest can be used. */
    @ParameterizedTest
    @MethodSource("broken")
    void stepsThatMakeModelsRefuseItLikewiseOrMakeOne(Odd odd) throws Exception {
        odd.damage().to(this);
        Path made = temporary.resolve("transferred");
        requireRefused(run("init", "--model", model, "--tokenizer", TestModels.stories(), "--method", "mean", "--out", made), made);
        Path hydra = temporary.resolve("hydra");
        requireRefused(run("assemble", "--source", TestModels.stories(), "--source-lang", "en", "--target", model, "--target-lang", "kab",
                "--out", hydra), hydra);
    }

    private static void requireRefused(Run run, Path made) {
        if (run.code() == 0) {
            assertThat(made).isDirectory();
        } else {
            assertThat(run.code()).as(run.err()).isEqualTo(3);
            assertThat(run.err().lines().filter(line -> line.contains(": ") && !line.startsWith("hydra: Copying"))).hasSize(1);
            assertThat(run.err()).doesNotContain("Exception", "java.", "\tat ");
            assertThat(made).doesNotExist();
        }
    }

    @Test
    void thereAreMoreThanTwentyOfThem() {
        assertThat(broken()).hasSizeGreaterThan(20).extracting(Odd::name).doesNotHaveDuplicates();
    }

    @Test
    void whatMayNotBeReadIsRefused() throws Exception {
        Files.setPosixFilePermissions(file("config.json"), PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file("config.json")), "whoever runs this may read everything");
        assertThat(generate(model).err()).contains("config.json: cannot be read (permission denied)");
    }

    @Test
    void namesMayHaveSpacesAndLettersOfAnyScript() throws Exception {
        Path place = Files.createDirectories(temporary.resolve("my models/ⵜⴰⵎⴰⵣⵉⵖⵜ – ẓ"));
        assertRight(Files.move(model, place.resolve("mod el")));
    }

    /** In the cache of Hugging Face's programs every file of a snapshot is a link. */
    @Test
    void aSnapshotOfACacheIsFullOfLinks() throws Exception {
        Path blobs = Files.createDirectories(temporary.resolve("models--a--b/blobs"));
        Path snapshot = Files.createDirectories(temporary.resolve("models--a--b/snapshots/0a1b"));
        int number = 0;
        for (Path each : Folders.list(model)) {
            Files.move(each, blobs.resolve("hash" + number));
            Files.createSymbolicLink(snapshot.resolve(each.getFileName()), Path.of("../../blobs/hash" + number++));
        }
        assertRight(snapshot);
        Path made = temporary.resolve("made");
        assertThat(run("init", "--model", snapshot, "--tokenizer", snapshot, "--method", "copy-overlap", "--out", made).code()).isZero();
        assertRight(made);
        assertThat(Folders.list(made)).noneMatch(Files::isSymbolicLink);
    }

    @Test
    void headersMayLackTheirMetadata() throws Exception {
        header(header -> header.remove("__metadata__"));
        assertRight(model);
    }

    @Test
    void weightsMayLieInShards() throws Exception {
        shard();
        assertRight(model);
        Path made = temporary.resolve("transferred");
        assertThat(run("init", "--model", model, "--tokenizer", model, "--method", "copy-overlap", "--out", made).code()).isZero();
        assertRight(made);
    }

    /** As with transformers, the index may leave a tensor out of what a shard holds. */
    @Test
    void anIndexMayNotKnowAllOfAShard() throws Exception {
        shard();
        index(map -> map.remove("model.norm.weight"));
        assertRight(model);
    }

    @Test
    void theConfigurationMayHaveItsNewForm() throws Exception {
        config("rope_theta", null);
        config("torch_dtype", null);
        config("dtype", "\"float32\"");
        config("rope_parameters", "{\"rope_type\": \"default\", \"rope_theta\": 10000.0}");
        assertRight(model);
        config("rope_parameters", "{\"rope_type\": \"default\", \"rope_theta\": 100.0}");
        assertThat(generate(model).out()).as("it is looked at").isNotEqualTo(ANSWER);
    }

    @Test
    void mergesMayBePairsOrTextsWithASpace() throws Exception {
        JsonObject json = Json.readObject(file("tokenizer.json"));
        JsonArray pairs = new JsonArray();
        for (JsonElement merge : json.getAsJsonObject("model").getAsJsonArray("merges")) {
            JsonArray pair = new JsonArray();
            for (String part : merge.getAsString().split(" ")) {
                pair.add(part);
            }
            pairs.add(pair);
        }
        assertRight(model);
        json.getAsJsonObject("model").add("merges", pairs);
        write("tokenizer.json", json.toString());
        assertRight(model);
    }

    @Test
    void aModelOfSentencePieceIsEnough() throws Exception {
        Files.delete(file("tokenizer.json"));
        Files.copy(TestModels.resource("/org/hydraworkbench/tokenizer/stories260K.model"), file("tokenizer.model"));
        assertRight(model);
        Path made = temporary.resolve("transferred");
        assertThat(run("init", "--model", model, "--tokenizer", model, "--method", "copy-overlap", "--out", made).code()).isZero();
        assertRight(made);
        assertThat(TokenizerFolder.hash(made)).isEqualTo(TokenizerFolder.hash(model));
    }

    /** With another vocabulary it is another model; it is the same with the tokenizer in its old form and in its new one. */
    @Test
    void aVocabularyAndMergesAreEnough() throws Exception {
        Path tokenizer = TestModels.resource("/org/hydraworkbench/tokenizer/byte-pairs");
        Path made = temporary.resolve("transferred");
        assertThat(run("init", "--model", model, "--tokenizer", tokenizer, "--method", "copy-overlap", "--out", made).code()).isZero();
        Run before = generate(made);
        assertThat(before.code()).isZero();
        assertThat(before.out()).isNotBlank();
        Files.delete(made.resolve("tokenizer.json"));
        Files.delete(made.resolve("tokenizer_config.json"));
        Files.copy(tokenizer.resolve("vocab.json"), made.resolve("vocab.json"));
        Files.copy(tokenizer.resolve("merges.txt"), made.resolve("merges.txt"));
        assertThat(generate(made)).isEqualTo(before);
    }
}
