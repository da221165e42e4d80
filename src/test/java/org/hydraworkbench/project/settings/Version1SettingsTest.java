package org.hydraworkbench.project.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.mapping.EvidenceWeights;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.tokenizer.Unit;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings as the program stored them before they had versions: by the names that things had in Java. */
class Version1SettingsTest {

    /** What must come of a file. */
    private record Expected<S>(Codec<S> codec, S settings) {

        void check(String file) throws Exception {
            assertThat(codec.read(Files.readString(StoredSettings.path(file)), file)).isEqualTo(settings);
        }
    }

    private static final Map<String, Expected<?>> FILES = new TreeMap<>();

    static {
        for (AlignmentMethod method : List.of(AlignmentMethod.IBM1, AlignmentMethod.DIAGONAL, AlignmentMethod.HMM_FERTILITY)) {
            for (Unit unit : Unit.values()) {
                String name = "%s-%s".formatted(method.optionName(), unit.name().toLowerCase(java.util.Locale.ROOT));
                alignment(name, unit, usual(method));
            }
        }
        // AUTO was a name for the HMM with fertility.
        AlignOptions hmm = usual(AlignmentMethod.HMM_FERTILITY);
        alignment("auto-given", Unit.GIVEN, hmm);
        alignment("auto-token", Unit.TOKEN, hmm);
        alignment("auto-unit", Unit.UNIT, hmm);
        alignment("auto-word", Unit.WORD, hmm);
        alignment("defaults", Unit.UNIT, hmm);
        alignment("realigned", Unit.UNIT, hmm);
        alignment(
                "everything-otherwise",
                Unit.WORD,
                hmm.withSymmetrization(Symmetrization.INTERSECT)
                        .withThreshold(0.75)
                        .withPasses(3)
                        .withSeed(-9007199254740993L)
                        .withLongest(40)
                        .withHmm(new HmmOptions(2, false, false)));
        // Of still older programs: before there was an HMM, before there was a threshold, and with parts missing.
        HmmOptions threeChains = new HmmOptions(3, true, true);
        AlignOptions joined = hmm.withSymmetrization(Symmetrization.GROW_DIAG_FINAL_AND).withHmm(threeChains);
        older(
                "1-before-hmm-and-threshold-diagonal-word",
                Unit.WORD,
                usual(AlignmentMethod.DIAGONAL).withSymmetrization(Symmetrization.INTERSECT).withPasses(6));
        older("1-before-hmm-and-threshold-ibm1", Unit.UNIT, usual(AlignmentMethod.IBM1));
        older("2-before-threshold-auto", Unit.UNIT, joined);
        older("2-before-threshold-hmm-fertility", Unit.UNIT, joined);
        older("2-before-threshold-ibm1", Unit.UNIT, usual(AlignmentMethod.IBM1).withHmm(threeChains));
        older("3-with-threshold-auto-grow-diag", Unit.UNIT, joined);
        put("older/alignment-empty", AlignmentSettings.CODEC, AlignmentSettings.defaults());
        put("older/alignment-without-options", AlignmentSettings.CODEC, AlignmentSettings.defaults().withUnit(Unit.WORD));
        older("hmm-without-stems", Unit.UNIT, hmm.withHmm(new HmmOptions(2, true, true)));
        older("without-hmm", Unit.UNIT, hmm);
        older("without-longest", Unit.UNIT, hmm);
        older("without-longest-and-hmm", Unit.UNIT, usual(AlignmentMethod.IBM1));
        older("without-threshold-by-threshold", Unit.UNIT, hmm);

        put("mapping-improved", MappingSettings.CODEC, MappingSettings.defaults());
        put(
                "mapping-improved-everything-otherwise",
                MappingSettings.CODEC,
                MappingSettings.defaults().withMinCount(3).withWeights(new EvidenceWeights(100, 2.5, 0.125)));
        put("mapping-reference", MappingSettings.CODEC, MappingSettings.reference());

        TokenizerTrainer.Options pieces = TokenizerTrainer.Options.defaults();
        put("tokenizer-imported", TokenizerImportSettings.CODEC, TokenizerImportSettings.defaults());
        tokenizer("sentencepiece", pieces.withVocabularySize(400));
        tokenizer("byte-level", pieces.withVocabularySize(300).withKind(TokenizerTrainer.Kind.BYTE_LEVEL).withNfc(false));
        tokenizer(
                "sentencepiece-without-bytes",
                pieces.withVocabularySize(200)
                        .withByteFallback(false)
                        .withSplitDigits(false)
                        .withMinFrequency(3)
                        .withCharacterCoverage(0.98));

        transfer("defaults", TransferMethod.TRANS_TOKENIZATION, TransferOptions.defaults());
        transfer("trans-tokenization", TransferMethod.TRANS_TOKENIZATION, TransferOptions.defaults());
        transfer("trans-tokenization-norms-bf16", TransferMethod.TRANS_TOKENIZATION, TransferOptions.defaults().withMatchNorms(true).withTableType(DType.BF16));
        transfer("copy-overlap", TransferMethod.COPY_OVERLAP, TransferOptions.defaults());
        transfer("mean", TransferMethod.MEAN, TransferOptions.defaults());
        transfer("random", TransferMethod.RANDOM, TransferOptions.defaults());
        transfer("random-seed-f16", TransferMethod.RANDOM, TransferOptions.defaults().withSeed(42).withTableType(DType.F16));
        put("hydra-assembled", NoSettings.CODEC, new NoSettings());

        // What it learned from is told by the operation now.
        TrainingSettings two = TrainingSettings.defaults().with(options -> options.withSteps(2).withBatch(2, 64)).withDirections(Directions.THERE);
        for (String material : List.of("pairs", "target-text")) {
            training(
                    material + "-embeddings",
                    two.with(options -> options.withPlan(TrainPlan.EMBEDDINGS).withRate(new LearningRate(2.5e-4, 0, LearningRate.Decay.CONSTANT))));
            training(
                    material + "-outer-layers",
                    two.with(options -> options.withPlan(TrainPlan.OUTER_LAYERS).withRate(new LearningRate(2.5e-4, 1, LearningRate.Decay.LINEAR))));
            training(
                    material + "-full",
                    two.with(options -> options.withPlan(TrainPlan.FULL).withRate(new LearningRate(2.5e-4, 2, LearningRate.Decay.COSINE))));
        }
        training(
                "pairs-template",
                two.with(options -> options.withBatch(1, 500)
                                .withRate(1e-3, 2) // 30 was stored, of a run of 2 steps
                                .withWeightDecay(0)
                                .withSeed(-1)
                                .withCheckpointSeconds(5))
                        .withTemplate("chatml"));

        evaluation("test", CorpusRole.TEST, 1);
        evaluation("training", CorpusRole.TRAINING, 1);
        evaluation("development-beams", CorpusRole.DEVELOPMENT, 2);
    }

    private static AlignOptions usual(AlignmentMethod method) {
        return AlignOptions.defaults().withModel(method).withSymmetrization(method.symmetrization());
    }

    private static void alignment(String name, Unit unit, AlignOptions options) {
        put("alignment-" + name, AlignmentSettings.CODEC, AlignmentSettings.defaults().withUnit(unit).withOptions(options));
    }

    private static void older(String name, Unit unit, AlignOptions options) {
        put("older/alignment-" + name, AlignmentSettings.CODEC, AlignmentSettings.defaults().withUnit(unit).withOptions(options));
    }

    private static void tokenizer(String name, TokenizerTrainer.Options options) {
        put("tokenizer-" + name, TokenizerSettings.CODEC, TokenizerSettings.defaults().withOptions(options));
    }

    private static void transfer(String name, TransferMethod method, TransferOptions options) {
        put("transfer-" + name, TransferSettings.CODEC, TransferSettings.defaults().withMethod(method).withOptions(options));
    }

    private static void training(String name, TrainingSettings settings) {
        put("training-" + name, TrainingSettings.CODEC, settings);
    }

    private static void evaluation(String name, CorpusRole role, int beams) {
        put(
                "evaluation-" + name,
                EvaluationSettings.CODEC,
                EvaluationSettings.defaults().withRole(role).withPairs(2).withBeams(beams).withMaxTokens(8));
    }

    private static <S> void put(String name, Codec<S> codec, S settings) {
        FILES.put("v1/" + name + ".json", new Expected<>(codec, settings));
    }

    static Stream<String> files() {
        return FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadAsItWasMeant(String file) throws Exception {
        FILES.get(file).check(file);
    }

    @Test
    void everyFileIsLookedAt() throws Exception {
        Path root = StoredSettings.path("v1");
        try (Stream<Path> all = Files.walk(root)) {
            List<String> there = all.filter(Files::isRegularFile)
                    .map(file -> "v1/" + root.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
            assertThat(FILES.keySet()).containsExactlyElementsOf(there);
        }
    }

    /** A misspelt or foreign field is refused in old files too. */
    @Test
    void anUnknownFieldOfAnOldFileIsRefused() throws Exception {
        var json = StoredSettings.file("v1/training-pairs-full.json");
        json.addProperty("loraRank", 8);
        assertThatThrownBy(() -> TrainingSettings.CODEC.read(json))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("loraRank: there is no such field");
    }
}
