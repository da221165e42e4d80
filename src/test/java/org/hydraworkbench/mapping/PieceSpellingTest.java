package org.hydraworkbench.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.hydraworkbench.testing.TinyTokenizers;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PieceSpellingTest {

    @TempDir
    Path folder;

    @Test
    void betweenStylesTheMarkerAndTheBytesAreTranslated() throws Exception {
        // ɛ is C9 9B, which the byte alphabet writes É Ľ
        try (Tokenizer source = TinyTokenizers.byteLevel(folder.resolve("s"), Map.of("bos", "<s>"), List.of("Ġthe", "the", "ĠÉĽ", "É"));
                Tokenizer target = TinyTokenizers.sentencePiece(
                        folder.resolve("t"), Map.of("bos", "<s>", "unk", "<unk>"), List.of("▁the", "the", "▁ɛ", "É", "▁a"))) {
            PieceSpelling spelling = new PieceSpelling(source, target);
            assertThat(same(spelling, target, source, "▁the")).isEqualTo("Ġthe");
            assertThat(same(spelling, target, source, "the")).isEqualTo("the");
            assertThat(same(spelling, target, source, "▁ɛ")).isEqualTo("ĠÉĽ");
            assertThat(same(spelling, target, source, "É")).as("a letter is not half of one").isNull();
            assertThat(same(spelling, target, source, "▁a")).isNull();
            assertThat(same(spelling, target, source, "<s>")).isEqualTo("<s>");
            assertThat(PieceSpelling.isFragment(source, source.id("É").orElseThrow())).isTrue();
            assertThat(PieceSpelling.isFragment(source, source.id("ĠÉĽ").orElseThrow())).isFalse();
        }
    }

    private static String same(PieceSpelling spelling, Tokenizer target, Tokenizer source, String piece) {
        OptionalInt id = spelling.same(target.id(piece).orElseThrow());
        return id.isPresent() ? source.piece(id.getAsInt()) : null;
    }
}
