package org.hydraworkbench.model.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String json) throws IOException {
        return Files.writeString(folder.resolve("messages.json"), json);
    }

    @Test
    void readsAListOfMessages() throws Exception {
        Conversation read = Conversation.read(file("[{\"role\": \"user\", \"content\": \"Azul\", \"n\": 1, \"x\": 1.0}]"));
        assertThat(read.messages())
                .isEqualTo(List.of(Map.of("role", "user", "content", "Azul", "n", BigInteger.ONE, "x", 1.0)));
        assertThat(read.variables()).isEmpty();
        assertThat(read.hasTools()).isFalse();
    }

    @Test
    void theOtherMembersOfAnObjectAreVariables() throws Exception {
        Conversation read = Conversation.read(file("{\"enable_thinking\": false, \"messages\": [], \"tools\": [{\"type\": \"function\"}]}"));
        assertThat(read.messages()).isEmpty();
        assertThat(read.variables()).isEqualTo(Map.of("enable_thinking", false, "tools", List.of(Map.of("type", "function"))));
        assertThat(read.hasTools()).isTrue();
    }

    @Test
    void toolsCanHaveAFileOfTheirOwn() throws Exception {
        Path tools = Files.writeString(folder.resolve("tools.json"), "[{\"type\": \"function\"}]");
        Conversation read = Conversation.read(file("[]")).withTools(tools);
        assertThat(read.hasTools()).isTrue();
        Files.writeString(tools, "{}");
        assertThatThrownBy(() -> read.withTools(tools)).isInstanceOf(InputException.class)
                .hasMessage(tools + ": should hold a list of tools");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "5", "{}", "{\"messages\": 1}", "[1]", "[{}]", "[{\"content\": \"x\"}]", "[{\"role\": 1}]", "[{\"role\": null}]", ""})
    void whatIsNoConversationIsRefusedWithItsFile(String json) throws IOException {
        Path file = file(json);
        assertThatThrownBy(() -> Conversation.read(file)).isInstanceOf(InputException.class).hasMessageStartingWith(file + ": ");
    }
}
