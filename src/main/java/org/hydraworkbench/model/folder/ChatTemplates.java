package org.hydraworkbench.model.folder;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.hydraworkbench.base.JsonFields;
import org.hydraworkbench.model.chat.ChatTemplate;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.hydraworkbench.tokenizer.TokenizerFolder;
import org.jspecify.annotations.Nullable;

/**
 * The chat templates of a model folder by name, and the special tokens that they write. Most folders have one, which is called
 * {@value #DEFAULT}. Immutable.
 */
public final class ChatTemplates {

    /** The name of the usual template. */
    public static final String DEFAULT = "default";

    private static final String FOR_TOOLS = "tool_use";
    private static final String ENDING = ".jinja";

    private final Path folder;
    private final Map<String, Source> sources;
    private final Map<String, String> specialTokens;

    private record Source(Path origin, String template) {}

    private ChatTemplates(Path folder, Map<String, Source> sources, Map<String, String> specialTokens) {
        this.folder = folder;
        this.sources = sources;
        this.specialTokens = specialTokens;
    }

    /**
     * Looks for the templates of a Hugging Face folder: {@code chat_template.jinja} and {@code additional_chat_templates/NAME.jinja},
     * else what {@code tokenizer_config.json} has as {@code chat_template}, a text or a list of objects with {@code name} and
     * {@code template}.
     *
     * @throws InputException when there is none
     */
    public static ChatTemplates read(Path folder) throws InputException {
        Map<String, Source> sources = new LinkedHashMap<>();
        addFiles(folder, sources);
        Path config = folder.resolve(TokenizerFolder.CONFIG);
        if (sources.isEmpty() && Files.isRegularFile(config)) {
            addConfigured(config, sources);
        }
        if (sources.isEmpty()) {
            throw InputException.in(folder, "has no chat template, neither as " + TokenizerFolder.TEMPLATE + " nor in " + TokenizerFolder.CONFIG);
        }
        return new ChatTemplates(folder, sources, SpecialTokens.spellings(folder));
    }

    private static void addFiles(Path folder, Map<String, Source> sources) throws InputException {
        Path usual = folder.resolve(TokenizerFolder.TEMPLATE);
        if (Files.isRegularFile(usual)) {
            sources.put(DEFAULT, new Source(usual, text(usual)));
        }
        Path more = folder.resolve(TokenizerFolder.TEMPLATES);
        if (!Files.isDirectory(more)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(more)) {
            files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw InputException.in(more, "cannot be read", e);
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            sources.putIfAbsent(name.substring(0, name.length() - ENDING.length()), new Source(file, text(file)));
        }
    }

    private static String text(Path file) throws InputException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw InputException.in(file, "cannot be read", e);
        }
    }

    private static void addConfigured(Path config, Map<String, Source> sources) throws InputException {
        JsonObject json = Json.readObject(config);
        JsonElement configured = json.get("chat_template");
        try {
            if (configured instanceof JsonArray) {
                for (JsonFields entry : JsonFields.of(json).objects("chat_template")) {
                    sources.put(entry.requiredText("name"), new Source(config, entry.requiredText("template")));
                }
            } else if (configured != null && !configured.isJsonNull()) {
                sources.put(DEFAULT, new Source(config, JsonFields.of(json).requiredText("chat_template")));
            }
        } catch (InputException e) {
            throw InputException.in(config, "has no chat template that can be used", e);
        }
    }

    /** The names, the usual one mostly first. */
    public List<String> names() {
        return List.copyOf(sources.keySet());
    }

    /**
     * A template.
     *
     * @param name its name; null for the one that suits best: with tools {@code tool_use} where there is one, otherwise the usual
     * @param withTools whether there are tools
     * @throws InputException when there is none of that name, or it cannot be read
     */
    public ChatTemplate find(@Nullable String name, boolean withTools) throws InputException {
        String suited = withTools && sources.containsKey(FOR_TOOLS) ? FOR_TOOLS : DEFAULT;
        String wanted = name == null ? suited : name;
        Source source = sources.get(wanted);
        if (source == null) {
            throw InputException.in(folder, "has no chat template \"" + wanted + "\"; it has " + String.join(", ", names()));
        }
        return ChatTemplate.of(source.origin().toString(), source.template(), specialTokens);
    }
}
