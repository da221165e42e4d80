package org.hydraworkbench.app.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hydraworkbench.app.testing.SharedFiles;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;

class TokenChipTest {

    private static List<TokenChip> chips(String text) throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(SharedFiles.require("models/house-5M"))) {
            return TokenChip.of(tokenizer, text);
        }
    }

    @Test
    void theTextCanBeReadOffTheChips() throws Exception {
        List<TokenChip> chips = chips("Tom knows extraordinarily little.");
        assertThat(String.join("", chips.stream().map(TokenChip::shown).toList()))
                .isEqualTo("Tomknowsextraordinarilylittle.");
    }

    @Test
    void tokensOfOneWordShareANumberAndWordsDoNot() throws Exception {
        List<TokenChip> chips = chips("Tom knows extraordinarily little");
        assertThat(chips.stream().map(TokenChip::word).distinct()).containsExactly(0, 1, 2, 3);
        assertThat(chips.stream().filter(chip -> chip.word() == 2).count()).isGreaterThan(1);
    }

    @Test
    void aCharacterWithoutAPieceShowsItsBytes() throws Exception {
        List<TokenChip> chips = chips("ⵣ");
        List<TokenChip> bytes = chips.stream().filter(chip -> chip.kind() == TokenChip.Kind.BYTE).toList();
        assertThat(bytes).extracting(TokenChip::shown).containsExactly("E2", "B5", "A3");
    }

    @Test
    void aCharacterThatIsOneByteShowsItself() throws Exception {
        List<TokenChip> bytes = chips("{").stream().filter(chip -> chip.kind() == TokenChip.Kind.BYTE).toList();
        assertThat(bytes).extracting(TokenChip::shown).containsExactly("{");
        assertThat(bytes).extracting(TokenChip::piece).containsExactly("<0x7B>");
    }

    @Test
    void anEmptySentenceHasNoChips() throws Exception {
        assertThat(chips("")).isEmpty();
    }
}
