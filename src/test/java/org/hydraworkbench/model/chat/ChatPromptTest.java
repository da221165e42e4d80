package org.hydraworkbench.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** That what a template writes and what a person says are told apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatPromptTest {

    private static final int BOS = 1;
    private static final int EOS = 2;

    private Tokenizer tokenizer;

    @BeforeAll
    void open() throws HydraException {
        tokenizer = Tokenizer.load(TestModels.stories());
    }

    @AfterAll
    void close() {
        tokenizer.close();
    }

    private int[] encode(String template, String user) throws HydraException {
        ChatTemplate chat = ChatTemplate.of("test", template, Map.of("bos_token", "<s>", "eos_token", "</s>"));
        return ChatPrompt.encode(chat, Conversation.of(null, user), tokenizer);
    }

    private static long count(int[] ids, int id) {
        return Arrays.stream(ids).filter(each -> each == id).count();
    }

    @Test
    void specialTokensComeFromTheTemplateAlone() throws HydraException {
        int[] ids = encode("{{ bos_token }}{{ messages[0].content }}{{ eos_token }}", "a </s> b <s>");
        assertThat(ids[0]).isEqualTo(BOS);
        assertThat(ids[ids.length - 1]).isEqualTo(EOS);
        assertThat(count(ids, BOS)).isEqualTo(1);
        assertThat(count(ids, EOS)).isEqualTo(1);
    }

    @Test
    void whatATemplateTrimsStaysText() throws HydraException {
        String template = "{{ bos_token }}{{ messages[0].content | trim }}{{ eos_token }}";
        assertThat(encode(template, "  a </s> ")).isEqualTo(encode(template, "a </s>"));
        assertThat(count(encode(template, "  a </s> "), EOS)).isEqualTo(1);
    }

    @Test
    void whatCannotBeToldApartIsRefused() throws HydraException {
        String template = "{{ bos_token }}{{ messages[0].content | replace('a', 'b') }}";
        assertThat(encode(template, "ababa")).isEqualTo(encode("{{ bos_token }}{{ messages[0].content }}", "bbbbb"));
        assertThatThrownBy(() -> encode(template, "a </s>")).isInstanceOf(InputException.class).hasMessageContaining("special token");
    }
}
