package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FertilityTest {

    @Test
    void countsWordsTokensBytesAndWhatIsUnknown(@TempDir Path folder) throws Exception {
        List<String> text = java.util.Collections.nCopies(3, "tom sees tom");
        TokenizerTrainer.train(
                text.stream(),
                TokenizerTrainer.Options.defaults().withVocabularySize(300).withThreads(1),
                folder,
                Progress.none());
        try (Tokenizer tokenizer = Tokenizer.load(folder)) {
            // ▁tom | ▁sees | ▁ and ñ as two bytes
            Fertility fertility = Fertility.measure(tokenizer, List.of("tom sees", "ñ"), Progress.none());
            assertThat(fertility).isEqualTo(new Fertility(2, 3, 5, 10, 0, 2));
            assertThat(fertility.tokensPerWord()).isCloseTo(5 / 3.0, within(1e-12));
            assertThat(fertility.bytesPerToken()).isEqualTo(2);
            assertThat(fertility.bytePieceRate()).isEqualTo(0.4);
            assertThat(fertility.unknownRate()).isZero();
        }
    }

    @Test
    void countsUnknownTokens(@TempDir Path folder) throws Exception {
        try (Tokenizer tokenizer = Golden.tokenizer("wordpiece", folder)) {
            assertThat(Fertility.measure(tokenizer, List.of("߷", "tom"), Progress.none()).unknown()).isEqualTo(1);
        }
    }

    @Test
    void anEmptySampleHasNoRates() {
        Fertility none = new Fertility(0, 0, 0, 0, 0, 0);
        assertThat(none.tokensPerWord() + none.bytesPerToken() + none.unknownRate() + none.bytePieceRate()).isZero();
    }

    @Test
    void proposesMorePiecesForMoreWordsWithinBounds() {
        assertThat(Fertility.proposeVocabularySize(0)).isEqualTo(600);
        assertThat(Fertility.proposeVocabularySize(49_758)).isEqualTo(1700);
        assertThat(Fertility.proposeVocabularySize(100_000_000)).isEqualTo(32_000);
    }
}
