package org.hydraworkbench.model.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.family.ConfigFields;
import org.hydraworkbench.model.family.Families;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.family.ModelFamily;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsWriter;
import org.hydraworkbench.weights.TableNames;
import org.hydraworkbench.weights.TensorInfo;

/**
 * A pretrained model in a folder as Hugging Face publishes them. What lies in such a folder, under which name and in which form, is known here:
 * the configuration in this package, the tokenizer's files in {@link TokenizerFolder}, shards and their index in {@link ModelWeights}. Files are
 * read when they are asked for, and only such as can carry no code. Immutable.
 */
public final class PretrainedFolder {

    /** What a folder has beside, or instead of, a model when something was learnt beside its weights. */
    public static final String ADAPTER = "adapter_config.json";

    private static final Set<DType> SHRUNK = Set.of(DType.F8_E4M3, DType.F8_E5M2);
    private static final List<String> LEGAL_FILES = List.of("license", "licence", "notice", "attribution", "use_policy");

    private final Path path;
    private final ConfigFile config;
    private final boolean isPart;

    private PretrainedFolder(Path path, ConfigFile config, boolean isPart) {
        this.path = path;
        this.config = config;
        this.isPart = isPart;
    }

    /**
     * Opens a folder.
     *
     * @throws InputException when there is no {@code config.json}, with what there is instead, or the weights are quantised
     */
    public static PretrainedFolder open(Path path) throws InputException {
        Path file = path.resolve(ConfigFile.NAME);
        if (!Files.isRegularFile(file)) {
            throw InputException.in(path, NoModel.why(path));
        }
        ConfigFile config = ConfigFile.read(file);
        config.requireUnquantised();
        boolean isPart = TextPart.isIn(config);
        return new PretrainedFolder(path, isPart ? TextPart.of(config) : config, isPart);
    }

    /** Where it lies. */
    public Path path() {
        return path;
    }

    /** What {@code config.json} says; of a model that can see too, what it says of the part that reads and writes text. */
    public ConfigFile configFile() {
        return config;
    }

    /**
     * The shape of the model.
     *
     * @throws InputException when it is none that this program can run
     */
    public DecoderConfig config() throws InputException {
        return DecoderConfig.of(config);
    }

    /**
     * Opens the weights.
     *
     * @throws InputException when there are none that can be read
     */
    public ModelWeights weights() throws InputException {
        ModelWeights weights = isPart ? TextPart.of(ModelWeights.open(path)) : ModelWeights.open(path);
        for (String name : weights.names()) {
            TensorInfo tensor = weights.info(name);
            if (SHRUNK.contains(tensor.dtype())) {
                weights.close();
                throw InputException.in(path, "the weights are quantised: tensor " + name + " has type " + tensor.dtype()
                        + "; take the model's unquantised form");
            }
        }
        return weights;
    }

    /** What its files call the tensors. */
    public FileNames names(ModelWeights weights) throws InputException {
        return Families.names(config.fields().text("model_type", ""), weights);
    }

    /**
     * Which of its weights are the tables of its vocabulary; where the configuration does not say whether they are one, the family does.
     *
     * @throws InputException when there are none
     */
    public TableNames tables(ModelWeights weights) throws HydraException {
        ConfigFields fields = config.fields();
        boolean usual = Families.find(fields.text("model_type", "")).filter(ModelFamily::tied).isPresent();
        FileNames names = names(weights);
        TableNames tables =
                TableNames.of(weights, names.inputTable(), names.headTable(), fields.flag("tie_word_embeddings", usual));
        if (!weights.has(tables.head())) {
            throw InputException.in(path, "has no tensor " + tables.head() + ", though by config.json the head is a tensor of its own");
        }
        return tables;
    }

    /** Tells of what is not taken, and of tables that the configuration speaks of otherwise. */
    public void warn(TableNames tables, Progress progress) {
        if (isPart) {
            progress.log(path + ": this model can see as well; only the part of it that reads and writes text is taken.");
        }
        if (tables.againstConfiguration()) {
            progress.log(path + ": " + TableNames.DIFFERENT);
        }
    }

    /** Loads the tokenizer. */
    public Tokenizer tokenizer() throws HydraException {
        return Tokenizer.load(path);
    }

    /**
     * Which tokens end a text: {@code generation_config.json} names them before {@code config.json} where it names any, as with transformers; chat
     * models name there what ends an answer.
     */
    public Set<Integer> stopIds() throws InputException {
        Path file = path.resolve(ConfigFile.GENERATION);
        List<Integer> ids = Files.isRegularFile(file) ? ConfigFile.read(file).fields().ids("eos_token_id") : List.of();
        return Set.copyOf(ids.isEmpty() ? config.fields().ids("eos_token_id") : ids);
    }

    /**
     * Copies the model: configuration, weights as they lie, tokenizer, licences. Nothing else, so that neither code nor weights in other
     * formats travel along; of a model that can see too, the part that reads and writes text becomes one by itself. Two tables that differ although the configuration ties them are no longer tied in the copy, since who goes by
     * the configuration would drop one.
     *
     * @param to is created
     */
    public void copyTo(Path to, Progress progress) throws HydraException {
        Folders.create(to);
        try (ModelWeights weights = weights()) {
            boolean untied = tables(weights).againstConfiguration();
            if (untied || isPart) {
                (untied ? config.with("tie_word_embeddings", ConfigFile.FALSE) : config).write(to);
            } else {
                Folders.copyFile(path.resolve(ConfigFile.NAME), to.resolve(ConfigFile.NAME), Progress.none());
            }
            if (isPart) {
                copyTensors(weights, to, progress);
            } else {
                for (Path each : weights.files()) {
                    Folders.copyFile(each, to.resolve(String.valueOf(each.getFileName())), progress);
                }
            }
        }
        copyAround(path, to);
    }

    private static void copyTensors(ModelWeights weights, Path to, Progress progress) throws HydraException {
        List<TensorInfo> tensors = new ArrayList<>();
        for (String name : weights.names()) {
            tensors.add(weights.info(name));
        }
        try (SafetensorsWriter writer = SafetensorsWriter.model(to, tensors, SafetensorsWriter.DEFAULT_SHARD_BYTES)) {
            for (TensorInfo tensor : tensors) {
                progress.checkCancelled();
                writer.copy(tensor.name(), weights, tensor.name());
            }
            writer.finish();
        }
    }

    /** Writes everything but the weights for the same weights in another type. */
    public void writeAround(Path to, TableNames tables, DType type) throws HydraException {
        ConfigFile changed = tables.againstConfiguration() ? config.with("tie_word_embeddings", ConfigFile.FALSE) : config;
        changed.withType(type).write(to);
        copyAround(path, to);
    }

    /**
     * Writes everything but the weights for this body with another vocabulary: the configurations with its size and special tokens, the new
     * tokenizer's files, the licences.
     *
     * @param rows the size of the new tables, at least the tokenizer's
     * @param tied whether the head is the input table
     * @param type the type that loaders shall use
     */
    public void writeAround(Path to, Tokenizer tokenizer, int rows, boolean tied, DType type) throws HydraException {
        config.withTables(rows, tied).withVocabulary(tokenizer.special()).withType(type).write(to);
        Path generation = path.resolve(ConfigFile.GENERATION);
        if (Files.isRegularFile(generation)) {
            ConfigFile.read(generation).withVocabulary(tokenizer.special()).write(to, ConfigFile.GENERATION);
        }
        TokenizerFolder.copy(tokenizer, to);
        copyLegalFiles(path, to);
    }

    /** Copies what lies around configuration and weights: generation settings, tokenizer, licences. */
    public static void copyAround(Path from, Path to) throws HydraException {
        if (Files.isRegularFile(from.resolve(ConfigFile.GENERATION))) {
            Folders.copyFile(from.resolve(ConfigFile.GENERATION), to.resolve(ConfigFile.GENERATION), Progress.none());
        }
        TokenizerFolder.copy(from, to);
        copyLegalFiles(from, to);
    }

    /** Copies licences and notices, which go where the weights go. */
    private static void copyLegalFiles(Path from, Path to) throws HydraException {
        for (Path file : Folders.list(from)) {
            if (isLegal(file)) {
                Folders.copyFile(file, to.resolve(String.valueOf(file.getFileName())), Progress.none());
            }
        }
    }

    private static boolean isLegal(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file) && LEGAL_FILES.stream().anyMatch(name::startsWith);
    }
}
