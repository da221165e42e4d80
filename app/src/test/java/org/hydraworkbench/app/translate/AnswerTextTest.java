package org.hydraworkbench.app.translate;

import static org.assertj.core.api.Assertions.assertThat;

import org.hydraworkbench.app.SharedFiles;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    @Test
    void whatTheTokensAddIsTheWholeText() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(SharedFiles.require("models/house-5M"))) {
            String text = "Tom says ⵣⵓⵍ to 3 friends.";
            AnswerText answer = new AnswerText(tokenizer);
            StringBuilder shown = new StringBuilder();
            for (int id : tokenizer.encodeIds(text)) {
                shown.append(answer.add(id));
            }
            assertThat(shown.toString()).isEqualTo(text);
        }
    }

    @Test
    void aCharacterSpeltInBytesAppearsWithItsLastByte() throws Exception {
        try (Tokenizer tokenizer = Tokenizer.load(SharedFiles.require("models/house-5M"))) {
            int[] ids = {
                tokenizer.id("<0xE2>").orElseThrow(), tokenizer.id("<0xB5>").orElseThrow(), tokenizer.id("<0xA3>").orElseThrow()
            };
            AnswerText answer = new AnswerText(tokenizer);
            assertThat(answer.add(ids[0])).isEmpty();
            assertThat(answer.add(ids[1])).isEmpty();
            assertThat(answer.add(ids[2])).isEqualTo("ⵣ");
        }
    }
}
