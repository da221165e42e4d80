package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.TokenizerTrainer.Kind;

/** Laws that hold for any text with the tokenizers trained here. */
class RoundTripTest {

    private static Path folder;
    private static Tokenizer marked;
    private static Tokenizer bytes;

    @BeforeContainer
    static void train() throws Exception {
        folder = Files.createTempDirectory("tokenizers");
        TokenizerTrainer.Options options = TokenizerTrainer.Options.defaults().withVocabularySize(900).withThreads(1);
        for (Kind kind : Kind.values()) {
            Path out = folder.resolve(kind.name());
            TokenizerTrainer.train(Golden.training().stream(), options.withKind(kind), out, Progress.none());
        }
        marked = Tokenizer.load(folder.resolve(Kind.SENTENCEPIECE.name()));
        bytes = Tokenizer.load(folder.resolve(Kind.BYTE_LEVEL.name()));
    }

    @AfterContainer
    static void clean() throws Exception {
        marked.close();
        bytes.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Text of many scripts with many spaces; without the mark itself, which stands for a space, and without special tokens. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> parts = Arbitraries.oneOf(
                Arbitraries.of(" ", "  ", "\t", "'", "-", "<0x41>", "12", "😀", "e\u0301", "azul", "ɣef", "мир", "\u0000", "北京"),
                Arbitraries.strings().withCharRange('\u0001', '\u052f').ofMaxLength(6));
        return parts.list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Property(tries = 500)
    void decodingGivesTheComposedTextBack(@ForAll("texts") String text) throws Exception {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        for (Tokenizer tokenizer : List.of(marked, bytes)) {
            assertThat(tokenizer.decode(tokenizer.encodeIds(text), false)).isEqualTo(composed);
        }
    }

    @Property(tries = 300)
    void spansAscendAndCoverEverythingButSpace(@ForAll("texts") String text) throws Exception {
        int[] points = text.codePoints().toArray();
        for (Tokenizer tokenizer : List.of(marked, bytes)) {
            Encoding encoding = tokenizer.encode(text);
            int covered = 0;
            for (int i = 0; i < encoding.size(); i++) {
                for (int gap = covered; gap < encoding.starts()[i]; gap++) {
                    assertThat(points[gap]).isEqualTo(' ');
                }
                assertThat(encoding.ends()[i]).isBetween(encoding.starts()[i], points.length);
                assertThat(i == 0 || encoding.starts()[i] >= encoding.starts()[i - 1]).isTrue();
                covered = Math.max(covered, encoding.ends()[i]);
            }
            assertThat(covered).isEqualTo(points.length);
        }
    }
}
