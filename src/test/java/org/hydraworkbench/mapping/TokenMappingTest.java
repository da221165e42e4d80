package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class TokenMappingTest {

    @TempDir
    Path folder;

    private Tokenizer source;
    private Tokenizer target;

    @BeforeEach
    void load() throws Exception {
        source = TinyTokenizers.sentencePiece(folder.resolve("s"), Map.of("unk", "<unk>"), List.of("▁a", "▁\"b\"", "c"));
        target = TinyTokenizers.sentencePiece(folder.resolve("t"), Map.of("unk", "<unk>"), List.of("▁x", "▁y", "\u2028"));
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    @Test
    void countsBecomeARowHeaviestFirstTiesById() {
        Int2DoubleOpenHashMap counts = new Int2DoubleOpenHashMap(new int[] {5, 2, 9, 1}, new double[] {1, 2, 4, 1});
        MappingRow row = MappingRow.ofCounts(7, counts, Origin.EVIDENCE);
        assertThat(row.sources()).containsExactly(9, 2, 1, 5);
        assertThat(row.weights()).containsExactly(0.5, 0.25, 0.125, 0.125);
        assertThat(row.evidence()).isEqualTo(8);
        assertThat(row.entropy()).isCloseTo(1.75, within(1e-12));
    }

    @Test
    void entropyOfASingleSourceTokenIsZero() {
        assertThat(MappingRow.single(0, 3, Origin.SPECIAL).entropy()).isZero();
        assertThat(MappingRow.empty(0).entropy()).isZero();
    }

    @Test
    void jsonIsTheFormOfThePublishedLibrary() throws Exception {
        Path file = folder.resolve("m.json");
        mapping().write(file, source, target);
        assertThat(Files.readString(file))
                .isEqualTo("[[\"<unk>\",[[\"<unk>\",1.0]]],[\"▁x\",[[\"▁\\\"b\\\"\",0.75],[\"▁a\",0.25]]],"
                        + "[\"▁y\",[]],[\"\\u2028\",[[\"c\",1.0]]]]");
    }

    @Test
    void jsonReadBackHasTheSameWeights() throws Exception {
        Path file = folder.resolve("m.json");
        mapping().write(file, source, target);
        TokenMapping read = TokenMapping.read(file, source, target);
        for (int t = 0; t < target.size(); t++) {
            assertThat(read.row(t).sources()).isEqualTo(mapping().row(t).sources());
            assertThat(read.row(t).weights()).isEqualTo(mapping().row(t).weights());
        }
    }

    @Test
    void theBinaryFileKeepsEverything() throws Exception {
        Path file = folder.resolve("m.bin");
        mapping().save(file);
        TokenMapping read = TokenMapping.load(file);
        assertThat(read.sourceSize()).isEqualTo(4);
        for (int t = 0; t < target.size(); t++) {
            assertThat(read.row(t)).isEqualTo(mapping().row(t));
        }
    }

    @Test
    void replacedRowsStandBesideTheOthers() {
        MappingRow row = MappingRow.single(2, 1, Origin.EVIDENCE);
        TokenMapping changed = mapping().with(Map.of(2, row));
        assertThat(changed.row(2)).isEqualTo(row);
        assertThat(changed.row(1)).isEqualTo(mapping().row(1));
    }

    @Test
    void aTokenOfAnotherTokenizerIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("m.json"), "[[\"▁z\", [[\"▁a\", 1.0]]]]");
        assertThatThrownBy(() -> TokenMapping.read(file, source, target))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no token '▁z'");
    }

    @Test
    void whatIsNoMappingIsRefusedWithTheFile() throws Exception {
        for (String text : List.of("", "{}", "[[\"▁x\"]]", "[[\"▁x\", [[\"▁a\", -1]]]]", "[[\"▁x\", [[\"▁a\", \"much\"]]]]", "[")) {
            Path file = Files.writeString(folder.resolve("m.json"), text);
            assertThatThrownBy(() -> TokenMapping.read(file, source, target))
                    .as(text)
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("m.json");
        }
    }

    @Test
    void countsAreWrittenAsWholeNumbersWhereTheyAre() throws Exception {
        CountTable counts = new CountTable();
        counts.add(1, 1, 1e9 + 1);
        counts.add(1, 2, 0.5);
        Path file = folder.resolve("c.json");
        counts.write(file, source, target);
        assertThat(Files.readString(file)).isEqualTo("{\"counts\":{\"▁x\":{\"▁a\":1000000001,\"▁\\\"b\\\"\":0.5}}}");
    }

    @Test
    void statisticsCountOriginsAndCoverage() {
        MappingStats stats = MappingStats.of(mapping());
        assertThat(stats.count(Origin.SPECIAL)).isEqualTo(1);
        assertThat(stats.coverage()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(stats.unmapped()).isEqualTo(1);
        assertThat(stats.meanEntropy()).isCloseTo((0.75 * Math.log(4 / 3.0) + 0.25 * Math.log(4)) / Math.log(2) / 3, within(1e-12));
    }

    private static TokenMapping mapping() {
        List<MappingRow> rows = new ArrayList<>();
        rows.add(MappingRow.single(0, 0, Origin.SPECIAL));
        rows.add(new MappingRow(1, new int[] {2, 1}, new double[] {0.75, 0.25}, Origin.EVIDENCE, 12));
        rows.add(MappingRow.empty(2));
        rows.add(MappingRow.single(3, 3, Origin.COMPLETED));
        return TokenMapping.of(4, rows);
    }

    /** Work that grows with the square of the length takes hours, so the limit of time says nothing of how fast the machine is. */
    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aPieceOfAMillionCharactersIsRefusedInAShortSentence() throws Exception {
        for (String part : List.of("a", " ", "\\n", "\\u0041", "▁")) {
            Path file = Files.writeString(folder.resolve("m.json"), "[[\"" + part.repeat(1_000_000 / part.length()) + "\", []]]");
            assertThatThrownBy(() -> TokenMapping.read(file, source, target))
                    .isInstanceOf(InputException.class)
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000));
        }
        Path brackets = Files.writeString(folder.resolve("m.json"), "[".repeat(1_000_000));
        assertThatThrownBy(() -> TokenMapping.read(brackets, source, target)).isInstanceOf(InputException.class);
    }

    @Test
    void aPackedMappingIsKnownByItsContentAndToldWhenItIsCutShort() throws Exception {
        Path plain = folder.resolve("m.json");
        mapping().write(plain, source, target);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            Files.copy(plain, zip);
        }
        Path file = Files.write(folder.resolve("packed"), packed.toByteArray());
        assertThat(TokenMapping.read(file, source, target).row(0).sources())
                .isEqualTo(TokenMapping.read(plain, source, target).row(0).sources());
        Files.write(file, Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
        assertThatThrownBy(() -> TokenMapping.read(file, source, target))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is cut short");
    }
}
