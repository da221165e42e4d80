package org.hydraworkbench.app.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.hydraworkbench.app.testing.SharedFiles;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;

class TokenNamesTest {

    @Test
    void aByteIsCalledByItsCharacterWhereItIsOneAndANoteSaysThatItIsAByte() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(SharedFiles.require("models/house-5M"))) {
            int brace = tokenizer.id("<0x7B>").orElseThrow();
            int part = tokenizer.id("<0xC3>").orElseThrow();
            int word = tokenizer.id("▁Tom").orElseThrow();
            assertThat(TokenNames.of(tokenizer, brace)).isEqualTo("{");
            assertThat(TokenNames.note(tokenizer, brace)).contains("byte", "<0x7B>");
            assertThat(TokenNames.of(tokenizer, part)).isEqualTo("byte C3");
            assertThat(TokenNames.note(tokenizer, part)).contains("byte", "<0xC3>");
            assertThat(TokenNames.of(tokenizer, word)).isEqualTo("▁Tom");
            assertThat(TokenNames.note(tokenizer, word)).isEmpty();
        }
    }
}
