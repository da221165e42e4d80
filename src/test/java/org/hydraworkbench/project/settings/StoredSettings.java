package org.hydraworkbench.project.settings;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.mapping.EvidenceWeights;
import org.hydraworkbench.project.corpora.CorpusRole;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.text.Side;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.hydraworkbench.tokenizer.Unit;
import org.hydraworkbench.train.Directions;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.PlanDetails;
import org.hydraworkbench.train.Regularisation;
import org.hydraworkbench.train.Thrift;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.transfer.TransferMethod;
import org.hydraworkbench.transfer.TransferOptions;
import org.hydraworkbench.weights.DType;

/** Every kind of settings once as it is at first and once with everything otherwise, and the files that were stored of them. */
final class StoredSettings {

    /**
     * One kind of settings.
     *
     * @param otherwise every field has another value than in {@code defaults}; stored as {@code v2/NAME.json}
     * @param dependent fields of {@code otherwise} whose default follows from another field of it, with that default as stored
     */
    record Kind<S>(String name, Codec<S> codec, S defaults, S otherwise, Map<String, String> dependent) {

        JsonObject written(S settings) {
            return codec.write(settings);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private StoredSettings() {}

    static List<Kind<?>> kinds() {
        return List.of(
                new Kind<>(
                        "alignment",
                        AlignmentSettings.CODEC,
                        AlignmentSettings.defaults(),
                        new AlignmentSettings(
                                Unit.TOKEN,
                                new AlignOptions(
                                        AlignmentMethod.IBM1,
                                        Symmetrization.INTERSECT,
                                        0.75,
                                        3,
                                        AlignOptions.defaults().threads(),
                                        -9007199254740993L,
                                        40,
                                        AlignOptions.defaults().cellsAPart(),
                                        new HmmOptions(2, false, false)),
                                true),
                        Map.of("symmetrization", "\"grow-diag-final-and\"")),
                new Kind<>(
                        "mapping",
                        MappingSettings.CODEC,
                        MappingSettings.defaults(),
                        new MappingSettings(MappingSettings.Method.REFERENCE, 3, new EvidenceWeights(100, 2.5, 0.125)),
                        Map.of("min-count", "10")),
                new Kind<>(
                        "tokenizer",
                        TokenizerSettings.CODEC,
                        TokenizerSettings.defaults(),
                        new TokenizerSettings(
                                TokenizerTrainer.Options.defaults()
                                        .withVocabularySize(300)
                                        .withKind(TokenizerTrainer.Kind.BYTE_LEVEL)
                                        .withNfc(false)
                                        .withByteFallback(false)
                                        .withSplitDigits(false)
                                        .withMinFrequency(3)
                                        .withCharacterCoverage(0.98),
                                List.of(Path.of("one.txt"), Path.of("two.txt"))),
                        Map.of()),
                new Kind<>(
                        "import-tokenizer",
                        TokenizerImportSettings.CODEC,
                        TokenizerImportSettings.defaults(),
                        new TokenizerImportSettings(Path.of("unigram"), Side.SOURCE),
                        Map.of()),
                new Kind<>(
                        "base-model",
                        FolderSettings.CODEC,
                        new FolderSettings(Path.of("")),
                        new FolderSettings(Path.of("stories")),
                        Map.of()),
                new Kind<>(
                        "transfer",
                        TransferSettings.CODEC,
                        TransferSettings.defaults(),
                        new TransferSettings(TransferMethod.RANDOM, new TransferOptions(42, true, 0.25, 0.75, DType.BF16)),
                        Map.of()),
                new Kind<>(
                        "training",
                        TrainingSettings.CODEC,
                        TrainingSettings.defaults(),
                        new TrainingSettings(
                                TrainingSettings.Start.TUNED,
                                new TrainOptions(
                                        TrainPlan.OUTER_LAYERS,
                                        7,
                                        2,
                                        64,
                                        new LearningRate(2.5e-4, 1, LearningRate.Decay.COSINE),
                                        0,
                                        new Regularisation(.1, .2, .3, .4),
                                        0.5,
                                        -1,
                                        5,
                                        null,
                                        new Thrift(2, true),
                                        50,
                                        new PlanDetails(8, 4, List.of("model.layers.0.*")),
                                        3),
                                3,
                                "chatml",
                                Directions.BACK),
                        Map.of("warmup", "0")),
                new Kind<>(
                        "evaluation",
                        EvaluationSettings.CODEC,
                        EvaluationSettings.defaults(),
                        new EvaluationSettings(CorpusRole.DEVELOPMENT, 2, 5, 3, 8),
                        Map.of()),
                new Kind<>(
                        "decoding",
                        DecodingSettings.CODEC,
                        DecodingSettings.defaults(),
                        new DecodingSettings(50, -3, 7),
                        Map.of()),
                new Kind<>("assemble", NoSettings.CODEC, new NoSettings(), new NoSettings(), Map.of()));
    }

    /** A file that was stored, below the resources of this package. */
    static JsonObject file(String name) throws Exception {
        return JsonParser.parseString(Files.readString(path(name))).getAsJsonObject();
    }

    static Path path(String name) {
        return TestModels.resource("/org/hydraworkbench/project/settings/" + name);
    }
}
