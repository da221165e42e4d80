package org.hydraworkbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChatTemplateCommandTest extends CommandTest {

    @BeforeEach
    void makeModel() throws IOException {
        write("tokenizer_config.json", "{\"bos_token\": \"<s>\", \"chat_template\": [{\"name\": \"default\", \"template\":"
                + " \"{{ bos_token }}{% for m in messages %}[{{ m.role }}] {{ m.content }}\\n{% endfor %}{% if add_generation_prompt %}[assistant]{% endif %}\"},"
                + " {\"name\": \"tool_use\", \"template\": \"{{ tools | tojson }}\"}, {\"name\": \"strict\", \"template\": \"{{ raise_exception('No.') }}\"}]}");
        write("messages.json", "[{\"role\": \"user\", \"content\": \"Azul {{ x }} 😀\"}]");
    }

    private int spell(String... more) {
        return hydra(with(new String[] {"chat-template", "--model", folder.toString(), "--messages", path("messages.json")}, more));
    }

    @Test
    void printsThePromptAndNothingElse() {
        assertThat(spell()).isZero();
        assertThat(out).isEqualTo("<s>[user] Azul {{ x }} 😀\n[assistant]");
        assertThat(err).isEmpty();
    }

    @Test
    void leavesTheBeginningOfTheAnswerOut() {
        assertThat(spell("--no-generation-prompt")).isZero();
        assertThat(out).isEqualTo("<s>[user] Azul {{ x }} 😀\n");
    }

    @Test
    void toolsChooseTheTemplateForTools() throws IOException {
        write("tools.json", "[{\"type\": \"function\"}]");
        assertThat(spell("--tools", path("tools.json"))).isZero();
        assertThat(out).isEqualTo("[{\"type\": \"function\"}]");
        assertThat(spell("--tools", path("tools.json"), "--template", "default")).isZero();
        assertThat(out).startsWith("<s>");
    }

    @Test
    void badInputIsSaidInASentence() throws IOException {
        assertThat(spell("--template", "strict")).isEqualTo(3);
        assertThat(err.strip()).endsWith("it refuses the messages: No.").doesNotContain("Exception");
        assertThat(spell("--template", "none")).isEqualTo(3);
        assertThat(err).contains("has no chat template \"none\"; it has default, tool_use, strict");
        write("messages.json", "[{\"content\": \"x\"}]");
        assertThat(spell()).isEqualTo(3);
        assertThat(err).contains("message 1 is no object with a role");
        write("messages.json", "nonsense");
        assertThat(spell()).isEqualTo(3);
        assertThat(err).contains("is not JSON");
        assertThat(out).isEmpty();
    }
}
