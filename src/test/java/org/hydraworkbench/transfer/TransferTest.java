package org.hydraworkbench.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.Origin;
import org.hydraworkbench.mapping.TokenMapping;
import org.hydraworkbench.testing.Bytes;
import org.hydraworkbench.testing.CancelAfter;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.weights.DType;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.TableNames;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {

    @TempDir
    Path folder;

    private Path tokenizer = Path.of("");
    private int size;

    @BeforeEach
    void trainATokenizer() throws Exception {
        tokenizer = SmallModels.kabyleTokenizer(folder.resolve("tokenizer"));
        try (Tokenizer loaded = Tokenizer.load(tokenizer)) {
            size = loaded.size();
        }
    }

    /** Token t is a quarter of source token t and three quarters of t + 100; token 5 is unknown. */
    private TokenMapping mapping(int sourceSize) {
        List<MappingRow> rows = new ArrayList<>();
        for (int t = 0; t < size; t++) {
            rows.add(t == 5
                    ? MappingRow.empty(t)
                    : new MappingRow(t, new int[] {t + 100, t}, new double[] {0.75, 0.25}, Origin.EVIDENCE, 4));
        }
        return TokenMapping.of(sourceSize, rows);
    }

    private Path init(Path model, TransferOptions options) throws Exception {
        Path out = folder.resolve("out");
        Transfer.init(
                model, tokenizer, TransferMethod.TRANS_TOKENIZATION, mapping(512), options, out, Progress.none());
        return out;
    }

    private void assertAverages(float[] old, float[] made, int width) {
        assertThat(made).hasSize(size * width);
        for (int t = 0; t < size; t++) {
            if (t != 5) {
                for (int i = 0; i < width; i++) {
                    double average = 0.75 * old[(t + 100) * width + i] + 0.25 * old[t * width + i];
                    assertThat((double) made[t * width + i]).isCloseTo(average, within(1e-6));
                }
            }
        }
    }

    @Test
    void everyRowIsTheWeightedAverageOfSourceRows() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults());
        try (ModelWeights old = ModelWeights.open(TestModels.stories());
                ModelWeights made = ModelWeights.open(out)) {
            assertAverages(old.floats(TableNames.INPUT), made.floats(TableNames.INPUT), 64);
        }
    }

    @Test
    void anUntiedHeadGetsTheSameWeights() throws Exception {
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        Path out = init(untied, TransferOptions.defaults());
        try (ModelWeights old = ModelWeights.open(untied);
                ModelWeights made = ModelWeights.open(out)) {
            assertAverages(old.floats(TableNames.HEAD), made.floats(TableNames.HEAD), 64);
        }
    }

    @Test
    void aTiedModelStaysTied() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults());
        try (ModelWeights made = ModelWeights.open(out)) {
            assertThat(made.has(TableNames.HEAD)).isFalse();
        }
    }

    @Test
    void aTokenNothingIsKnownOfGetsTheMeanRow() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults());
        try (ModelWeights old = ModelWeights.open(TestModels.stories());
                ModelWeights made = ModelWeights.open(out)) {
            float[] table = old.floats(TableNames.INPUT);
            double mean = 0;
            for (int row = 0; row < 512; row++) {
                mean += table[row * 64 + 7] / 512.0;
            }
            float[] row = new float[64];
            made.floats(TableNames.INPUT, 5, 1, row);
            assertThat((double) row[7]).isCloseTo(mean, within(1e-6));
        }
    }

    @Test
    void everyOtherTensorIsCopiedByteForByte() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults());
        try (ModelWeights old = ModelWeights.open(TestModels.stories());
                ModelWeights made = ModelWeights.open(out)) {
            assertThat(made.names()).containsExactlyInAnyOrderElementsOf(old.names());
            for (String name : old.names()) {
                if (!name.equals(TableNames.INPUT)) {
                    assertThat(made.info(name)).isEqualTo(old.info(name));
                    assertThat(Bytes.of(made, name)).as(name).isEqualTo(Bytes.of(old, name));
                }
            }
        }
    }

    @Test
    void theConfigurationNamesTheNewVocabulary() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults());
        JsonObject config = JsonParser.parseString(Files.readString(out.resolve("config.json"))).getAsJsonObject();
        try (Tokenizer made = Tokenizer.load(out)) {
            assertThat(config.get("vocab_size").getAsInt()).isEqualTo(size).isEqualTo(made.size());
            assertThat(config.get("bos_token_id").getAsInt()).isEqualTo(made.special().bos().orElseThrow());
            assertThat(config.get("eos_token_id").getAsInt()).isEqualTo(made.special().eos().orElseThrow());
            assertThat(config.get("pad_token_id").getAsInt()).isEqualTo(made.special().pad().orElseThrow());
            assertThat(config.get("torch_dtype").getAsString()).isEqualTo("float32");
            assertThat(config.get("rope_theta").toString()).isEqualTo("10000.0");
        }
    }

    @Test
    void tablesCanBeStoredInHalfWidth() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults().withTableType(DType.BF16));
        try (ModelWeights made = ModelWeights.open(out)) {
            assertThat(made.info(TableNames.INPUT).dtype()).isEqualTo(DType.BF16);
            assertThat(Files.readString(out.resolve("config.json"))).contains("\"bfloat16\"");
        }
    }

    @Test
    void matchedNormsAreTheMeanOfTheSourceNorms() throws Exception {
        Path out = init(TestModels.stories(), TransferOptions.defaults().withMatchNorms(true));
        try (ModelWeights old = ModelWeights.open(TestModels.stories());
                ModelWeights made = ModelWeights.open(out)) {
            assertThat(norm(made, 9)).isCloseTo(0.75 * norm(old, 109) + 0.25 * norm(old, 9), within(1e-5));
        }
    }

    private static double norm(ModelWeights weights, int token) throws Exception {
        float[] row = new float[64];
        weights.floats(TableNames.INPUT, token, 1, row);
        double square = 0;
        for (float x : row) {
            square += (double) x * x;
        }
        return Math.sqrt(square);
    }

    @Test
    void oneRowAloneIsTheRowOfTheWholeTable() throws Exception {
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        Path out = init(untied, TransferOptions.defaults());
        try (EmbeddingTables old = EmbeddingTables.open(untied);
                ModelWeights made = ModelWeights.open(out)) {
            TokenRows.Row row = rows(untied, old, TransferOptions.defaults()).row(mapping(512).row(17));
            float[] wanted = new float[64];
            made.floats(TableNames.INPUT, 17, 1, wanted);
            assertThat(row.input()).containsExactly(wanted);
            made.floats(TableNames.HEAD, 17, 1, wanted);
            assertThat(row.head().orElseThrow()).containsExactly(wanted);
        }
    }

    private TokenRows rows(Path model, EmbeddingTables tables, TransferOptions options) throws Exception {
        try (Tokenizer source = Tokenizer.load(model);
                Tokenizer target = Tokenizer.load(tokenizer)) {
            return TokenRows.of(tables, source, target, options);
        }
    }

    /** U' = μ + ½·(U − μ), μ the mean of the rows that belong to no special token; the input table is none of its business. */
    @Test
    void theHeadIsDrawnHalfwayToTheMeanOfOrdinaryRows() throws Exception {
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        Path out = init(untied, TransferOptions.defaults().withHeadScale(0.5));
        try (ModelWeights old = ModelWeights.open(untied);
                ModelWeights made = ModelWeights.open(out);
                Tokenizer source = Tokenizer.load(untied)) {
            assertAverages(old.floats(TableNames.INPUT), made.floats(TableNames.INPUT), 64);
            float[] head = old.floats(TableNames.HEAD);
            double mean = 0;
            int ordinary = 0;
            for (int t = 0; t < 512; t++) {
                if (!source.isSpecial(t)) {
                    mean += head[t * 64 + 7];
                    ordinary++;
                }
            }
            mean /= ordinary;
            double average = 0.75 * head[117 * 64 + 7] + 0.25 * head[17 * 64 + 7];
            assertThat((double) made.floats(TableNames.HEAD)[17 * 64 + 7]).isCloseTo(mean + 0.5 * (average - mean), within(1e-6));
        }
    }

    @Test
    void aRowWithItsSpellingIsTheSameAloneAndInTheWholeTable() throws Exception {
        Path untied = SmallModels.untiedStories(folder.resolve("untied"));
        Path out = init(untied, TransferOptions.improved());
        try (EmbeddingTables old = EmbeddingTables.open(untied);
                ModelWeights made = ModelWeights.open(out);
                Tokenizer source = Tokenizer.load(untied);
                Tokenizer target = Tokenizer.load(tokenizer)) {
            TokenRows rows = TokenRows.of(old, source, target, TransferOptions.improved());
            for (int t : new int[] {5, 17, 280}) {
                float[] wanted = new float[64];
                made.floats(TableNames.INPUT, t, 1, wanted);
                assertThat(rows.row(mapping(512).row(t)).input()).containsExactly(wanted);
                made.floats(TableNames.HEAD, t, 1, wanted);
                assertThat(rows.row(mapping(512).row(t)).head().orElseThrow()).containsExactly(wanted);
            }
        }
    }

    @Test
    void aMappingForAnotherModelIsRefused() {
        assertThatThrownBy(() -> Transfer.init(
                        TestModels.stories(),
                        tokenizer,
                        TransferMethod.TRANS_TOKENIZATION,
                        mapping(600),
                        TransferOptions.defaults(),
                        folder.resolve("out"),
                        Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("made for others");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    /** The tokenizer of a model may have tokens for which its tables have no rows. */
    @Test
    void aMappingIsRefusedOnlyWhereItNeedsATokenBeyondTheTable() throws Exception {
        Path beyond = SmallModels.storiesWithTokenBeyond(folder.resolve("beyond"), "Zork");
        Transfer.init(
                beyond,
                tokenizer,
                TransferMethod.TRANS_TOKENIZATION,
                mapping(513),
                TransferOptions.defaults(),
                folder.resolve("works"),
                Progress.none());
        TokenMapping needs = mapping(513).with(Map.of(7, MappingRow.single(7, 512, Origin.EVIDENCE)));
        assertThatThrownBy(() -> Transfer.init(
                        beyond,
                        tokenizer,
                        TransferMethod.TRANS_TOKENIZATION,
                        needs,
                        TransferOptions.defaults(),
                        folder.resolve("out"),
                        Progress.none()))
                .isInstanceOf(InputException.class)
                .hasMessageContainingAll("\"Zork\"", "number 512", "only 512 rows");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void transTokenizationWithoutAMappingIsWrongUse() {
        assertThatThrownBy(() -> Transfer.init(
                        TestModels.stories(),
                        tokenizer,
                        TransferMethod.TRANS_TOKENIZATION,
                        null,
                        TransferOptions.defaults(),
                        folder.resolve("out"),
                        Progress.none()))
                .isInstanceOf(UsageException.class);
    }

    @Test
    void aFolderThatHoldsSomethingIsNotReplaced() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("precious"), "x");
        assertThatThrownBy(() -> init(TestModels.stories(), TransferOptions.defaults()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("not empty");
    }

    @Test
    void cancellingLeavesNothing() {
        Progress cancelled = new CancelAfter(0);
        assertThatThrownBy(() -> Transfer.init(
                        TestModels.stories(),
                        tokenizer,
                        TransferMethod.MEAN,
                        null,
                        TransferOptions.defaults(),
                        folder.resolve("out"),
                        cancelled))
                .isInstanceOf(CancelledException.class);
        assertThat(folder.toFile().list()).containsExactly("tokenizer");
    }

    @Test
    void copiedOverlapKeepsRowsOfTokensSpeltAlikeAndRoles() throws Exception {
        try (Tokenizer source = Tokenizer.load(TestModels.stories());
                Tokenizer target = Tokenizer.load(tokenizer)) {
            CopyOverlap overlap = new CopyOverlap(source, target);
            assertThat(overlap.source(target.special().bos().orElseThrow())).hasValue(1);
            assertThat(overlap.source(target.special().pad().orElseThrow())).isEmpty();
            assertThat(overlap.source(target.id("<0x41>").orElseThrow())).isEqualTo(source.id("<0x41>"));
            assertThat(overlap.source(target.id("a").orElseThrow())).isEqualTo(source.id("a"));
            assertThat(overlap.source(target.id("ẓ").orElseThrow())).isEmpty();
        }
    }
}
