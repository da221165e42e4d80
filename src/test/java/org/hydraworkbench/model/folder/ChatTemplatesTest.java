package org.hydraworkbench.model.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.model.chat.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatTemplatesTest {

    private static final Conversation HELLO = new Conversation(List.of(Map.of("role", "user", "content", "Azul")), Map.of());

    @TempDir
    private Path folder = Path.of("");

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private String rendered(String name) throws InputException {
        return ChatTemplates.read(folder).find(name.isEmpty() ? null : name, false).render(HELLO, true);
    }

    @Test
    void readsATextOfTheTokenizersConfiguration() throws Exception {
        write("tokenizer_config.json", "{\"chat_template\": \"{{ bos_token }}{{ messages[0].content }}{{ eos_token }}{{ add_generation_prompt }}\","
                + " \"bos_token\": \"<s>\", \"eos_token\": {\"content\": \"</s>\", \"lstrip\": false}, \"pad_token\": null}");
        assertThat(rendered("")).isEqualTo("<s>Azul</s>True");
    }

    @Test
    void takesSpecialTokensFromTheirOwnFileToo() throws Exception {
        write("chat_template.jinja", "{{ bos_token }}|{{ eos_token }}|{{ pad_token is defined }}\n");
        write("tokenizer_config.json", "{\"bos_token\": \"<s>\"}");
        write("special_tokens_map.json", "{\"bos_token\": \"<other>\", \"eos_token\": {\"content\": \"</s>\"}}");
        assertThat(rendered("")).isEqualTo("<s>|</s>|False");
    }

    @Test
    void aFileOfItsOwnComesFirst() throws Exception {
        write("chat_template.jinja", "file");
        write("tokenizer_config.json", "{\"chat_template\": \"configured\"}");
        assertThat(rendered("")).isEqualTo("file");
    }

    @Test
    void choosesOneOfSeveralByName() throws Exception {
        write("tokenizer_config.json", "{\"chat_template\": [{\"name\": \"default\", \"template\": \"a\"}, {\"name\": \"tool_use\", \"template\": \"b\"},"
                + " {\"name\": \"rag\", \"template\": \"c\"}]}");
        ChatTemplates templates = ChatTemplates.read(folder);
        assertThat(templates.names()).containsExactly("default", "tool_use", "rag");
        assertThat(rendered("")).isEqualTo("a");
        assertThat(rendered("rag")).isEqualTo("c");
        assertThat(templates.find(null, true).render(HELLO, true)).isEqualTo("b");
        assertThatThrownBy(() -> rendered("none")).isInstanceOf(InputException.class)
                .hasMessage(folder + ": has no chat template \"none\"; it has default, tool_use, rag");
    }

    @Test
    void furtherTemplatesHaveAFolder() throws Exception {
        write("chat_template.jinja", "a");
        write("additional_chat_templates/rag.jinja", "b");
        write("additional_chat_templates/notes.txt", "c");
        assertThat(ChatTemplates.read(folder).names()).containsExactly("default", "rag");
        assertThat(rendered("rag")).isEqualTo("b");
    }

    @Test
    void aFolderWithoutOneIsRefused() throws Exception {
        String sentence = folder + ": has no chat template, neither as chat_template.jinja nor in tokenizer_config.json";
        assertThatThrownBy(() -> ChatTemplates.read(folder)).isInstanceOf(InputException.class).hasMessage(sentence);
        write("tokenizer_config.json", "{\"chat_template\": null}");
        assertThatThrownBy(() -> ChatTemplates.read(folder)).isInstanceOf(InputException.class).hasMessage(sentence);
    }

    @Test
    void whatIsNoTemplateIsRefusedWithItsFile() throws Exception {
        Path config = folder.resolve("tokenizer_config.json");
        write("tokenizer_config.json", "{\"chat_template\": 5}");
        assertThatThrownBy(() -> rendered("")).isInstanceOf(InputException.class).hasMessageContaining(config + ": has no chat template that");
        write("tokenizer_config.json", "{\"chat_template\": [{\"name\": \"default\"}]}");
        assertThatThrownBy(() -> rendered("")).isInstanceOf(InputException.class).hasMessageContaining("template");
        write("tokenizer_config.json", "{\"chat_template\": \"{% if %}\"}");
        assertThatThrownBy(() -> rendered("")).isInstanceOf(InputException.class)
                .hasMessage(config + ": The chat template cannot be read in line 1, column 7: '%}' stands where an expression should be.");
        write("tokenizer_config.json", "{\"chat_template\": \"{{ raise_exception('Turns!') }}\"}");
        assertThatThrownBy(() -> rendered("")).isInstanceOf(InputException.class)
                .hasMessage(config + ": The chat template fails in line 1, column 19: it refuses the messages: Turns!");
    }
}
