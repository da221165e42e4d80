package org.hydraworkbench.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;

class TokenizerStatisticsTest {

    @Test
    void countsWordsBytesTokensAndBytesByFallback() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(SharedData.require("models/stories260K"))) {
            List<String> lines = List.of("Once upon a time", "ŋ!");
            TokenizerStatistics found = TokenizerStatistics.measure(tokenizer, lines, Progress.none());
            long expectedTokens = tokenizer.encodeIds(lines.get(0)).length + tokenizer.encodeIds(lines.get(1)).length;
            assertThat(found.lines()).isEqualTo(2);
            assertThat(found.words()).isEqualTo(5);
            assertThat(found.bytes()).isEqualTo(16 + 3);
            assertThat(found.tokens()).isEqualTo(expectedTokens);
            // ŋ is two bytes in UTF-8 and not in a vocabulary of 512 English pieces.
            assertThat(found.byteTokens()).isEqualTo(2);
            assertThat(found.tokensPerWord()).isEqualTo(expectedTokens / 5.0, within(1e-12));
        }
    }

    @Test
    void anEmptyTextHasNoRates() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(SharedData.require("models/stories260K"))) {
            TokenizerStatistics found = TokenizerStatistics.measure(tokenizer, List.of(), Progress.none());
            assertThat(found.tokensPerWord()).isNaN();
            assertThat(found.unknownRate()).isNaN();
        }
    }
}
