package org.hydraworkbench.model.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Jinja2 renders or refuses, by {@code src/test/oracle/chat_templates_golden.py}. */
class TemplateGoldenTest {

    private static Path folder = Path.of("");
    private static JsonObject golden = new JsonObject();
    private static Clock clock = Clock.systemUTC();

    @BeforeAll
    static void read() throws InputException, URISyntaxException {
        folder = Path.of(Objects.requireNonNull(TemplateGoldenTest.class.getResource("golden.json")).toURI()).getParent();
        golden = Json.readObject(folder.resolve("golden.json"));
        clock = Clock.fixed(LocalDateTime.parse(golden.get("now").getAsString()).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    }

    @Test
    void smallTemplatesWriteWhatJinjaWrites() {
        List<String> differences = new ArrayList<>();
        Map<String, @Nullable Object> variables = JsonValues.map(golden.getAsJsonObject("variables"));
        int written = 0;
        int refused = 0;
        for (JsonElement each : golden.getAsJsonArray("snippets")) {
            JsonObject snippet = each.getAsJsonObject();
            String template = snippet.get("template").getAsString();
            String expected = text(snippet);
            String found = render(template, variables);
            if (expected == null) {
                refused++;
            } else {
                written++;
            }
            if (!Objects.equals(found, expected)) {
                differences.add(template + " gives " + found + ", not " + expected);
            }
        }
        assertThat(differences).isEmpty();
        assertThat(written).isGreaterThan(900);
        assertThat(refused).isGreaterThan(200);
    }

    @Test
    void wholeTemplatesWriteWhatJinjaWrites() throws Exception {
        JsonObject given = Json.readObject(folder.resolve("conversations.json"));
        Map<String, String> special = new HashMap<>();
        given.getAsJsonObject("special_tokens").entrySet().forEach(entry -> special.put(entry.getKey(), entry.getValue().getAsString()));
        Map<String, Map<String, @Nullable Object>> conversations = new HashMap<>();
        given.getAsJsonArray("conversations").forEach(each -> conversations.put(
                each.getAsJsonObject().get("name").getAsString(), JsonValues.map(each.getAsJsonObject().getAsJsonObject("variables"))));
        List<String> differences = new ArrayList<>();
        Set<String> templates = new HashSet<>();
        int written = 0;
        for (JsonElement each : golden.getAsJsonArray("renders")) {
            JsonObject render = each.getAsJsonObject();
            String name = render.get("template").getAsString();
            String conversation = render.get("conversation").getAsString();
            Map<String, @Nullable Object> variables = Objects.requireNonNull(conversations.get(conversation));
            String found = spelt(name, special, variables);
            if (!Objects.equals(found, text(render))) {
                differences.add(name + " of '" + conversation + "' gives " + found + ", not " + text(render));
            }
            templates.add(name);
            written += found == null ? 0 : 1;
        }
        assertThat(differences).isEmpty();
        assertThat(templates).hasSizeGreaterThanOrEqualTo(30);
        assertThat(conversations).hasSizeGreaterThanOrEqualTo(5);
        assertThat(written).isGreaterThan(180);
    }

    private static @Nullable String text(JsonObject golden) {
        JsonElement text = golden.get("text");
        return text.isJsonNull() ? null : text.getAsString();
    }

    private static @Nullable String render(String template, Map<String, @Nullable Object> variables) {
        try {
            return Template.parse(template).render(variables, clock);
        } catch (InputException e) {
            return null;
        }
    }

    private static @Nullable String spelt(String name, Map<String, String> special, Map<String, @Nullable Object> variables)
            throws IOException {
        String source = Files.readString(folder.resolve("templates").resolve(name + ".jinja"));
        try {
            List<?> messages = (List<?>) Objects.requireNonNull(variables.get("messages"));
            boolean begun = Boolean.TRUE.equals(variables.get("add_generation_prompt"));
            return ChatTemplate.of(name, source, special).render(messages, begun, variables, clock);
        } catch (InputException e) {
            return null;
        }
    }
}
