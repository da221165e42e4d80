package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The source knows letters, and "ab" alone and at the beginning of a word. */
class SpellingMixtureTest {

    @TempDir
    private Path folder = Path.of("");

    private Tokenizer source = null;
    private Tokenizer target = null;

    @BeforeEach
    void load() throws Exception {
        source = TinyTokenizers.sentencePiece(
                folder.resolve("s"), Map.of("bos", "<s>", "unk", "<unk>"), List.of("▁", "a", "b", "c", ",", "▁a", "ab", "▁ab", "x"));
        target = TinyTokenizers.sentencePiece(
                folder.resolve("t"), Map.of("bos", "<s>", "unk", "<unk>"), List.of("▁abc", "abc", "q", "x"));
    }

    @AfterEach
    void close() {
        source.close();
        target.close();
    }

    private int of(String piece) {
        return source.id(piece).orElseThrow();
    }

    private MappingRow row(String piece, Map<String, Double> weights) {
        int[] sources = weights.keySet().stream().mapToInt(this::of).toArray();
        double[] shares = Arrays.stream(sources).mapToDouble(id -> weights.get(source.piece(id))).toArray();
        return new MappingRow(target.id(piece).orElseThrow(), sources, shares, Origin.EVIDENCE, 3);
    }

    private double weight(MappingRow row, String piece) {
        for (int k = 0; k < row.size(); k++) {
            if (row.sources()[k] == of(piece)) {
                return row.weights()[k];
            }
        }
        return 0;
    }

    private MappingRow mixed(double share, MappingRow row) throws HydraException {
        MappingRow mixed = new SpellingMixture(source, target, share).of(row);
        assertThat(Arrays.stream(mixed.weights()).sum()).isCloseTo(1, within(1e-12));
        return mixed;
    }

    /** ½·(x: 1) + ½·(▁ab: ½, c: ½). */
    @Test
    void halfComesOfThePiecesOfTheText() throws Exception {
        MappingRow mixed = mixed(0.5, row("▁abc", Map.of("x", 1.0)));
        assertThat(weight(mixed, "x")).isEqualTo(0.5);
        assertThat(weight(mixed, "▁ab")).isEqualTo(0.25);
        assertThat(weight(mixed, "c")).isEqualTo(0.25);
        assertThat(mixed.size()).isEqualTo(3);
    }

    @Test
    void aPieceThatGoesOnIsCutWithoutAWordStart() throws Exception {
        MappingRow mixed = mixed(0.4, row("abc", Map.of("x", 0.5, "c", 0.5)));
        assertThat(weight(mixed, "x")).isCloseTo(0.3, within(1e-12));
        assertThat(weight(mixed, "c")).isCloseTo(0.3 + 0.2, within(1e-12));
        assertThat(weight(mixed, "ab")).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void whereNothingIsKnownTheSpellingStandsAlone() throws Exception {
        int token = target.id("x").orElseThrow();
        for (MappingRow nothing : List.of(
                MappingRow.empty(token), MappingRow.single(token, source.special().unk().orElseThrow(), Origin.UNKNOWN))) {
            assertThat(weight(mixed(0.5, nothing), "x")).isEqualTo(1);
        }
    }

    @Test
    void specialTokensAndWhatCannotBeSpeltStayAsMapped() throws Exception {
        MappingRow special = MappingRow.single(target.id("<s>").orElseThrow(), of("<s>"), Origin.SPECIAL);
        assertThat(mixed(0.5, special)).isSameAs(special);
        MappingRow unspelt = row("q", Map.of("b", 1.0));
        assertThat(mixed(0.5, unspelt)).isSameAs(unspelt);
    }
}
