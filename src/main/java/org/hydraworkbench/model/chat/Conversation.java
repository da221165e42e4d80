package org.hydraworkbench.model.chat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Json;
import org.jspecify.annotations.Nullable;

/**
 * What has been said, and what else a chat template is told, as values of Java's own.
 *
 * @param messages maps with {@code role}, mostly {@code content}, and what else a template knows
 * @param variables further variables of the template by name, for example {@code tools}
 */
public record Conversation(List<@Nullable Object> messages, Map<String, @Nullable Object> variables) {

    private static final String MESSAGES = "messages";
    private static final String TOOLS = "tools";

    /**
     * Reads a JSON file: a list of messages, or an object with these as {@code messages}, whose other members are variables.
     *
     * @throws InputException when it is neither, or a message is no object with a role
     */
    public static Conversation read(Path file) throws InputException {
        JsonElement json = Json.read(file);
        JsonElement messages = json.isJsonObject() ? json.getAsJsonObject().get(MESSAGES) : json;
        if (!(messages instanceof JsonArray list)) {
            throw InputException.in(file, "should hold a list of messages, or an object with such a list as \"messages\"");
        }
        for (int k = 0; k < list.size(); k++) {
            if (!(list.get(k) instanceof JsonObject message) || !isText(message.get("role"))) {
                throw InputException.in(
                        file, "message " + (k + 1) + " is no object with a role, for example {\"role\": \"user\", \"content\": \"…\"}");
            }
        }
        Map<String, @Nullable Object> variables = json.isJsonObject() ? JsonValues.map(json.getAsJsonObject()) : Map.of();
        Map<String, @Nullable Object> others = new LinkedHashMap<>(variables);
        others.remove(MESSAGES);
        return new Conversation(JsonValues.list(list), others);
    }

    /** A question, after what the model is told to be, which may be null. */
    public static Conversation of(@Nullable String system, String user) {
        List<@Nullable Object> messages = new ArrayList<>();
        if (system != null) {
            messages.add(message("system", system));
        }
        messages.add(message("user", user));
        return new Conversation(messages, Map.of());
    }

    private static Map<String, Object> message(String role, String content) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", content);
        return message;
    }

    private static boolean isText(@Nullable JsonElement json) {
        return json != null && json.isJsonPrimitive() && json.getAsJsonPrimitive().isString();
    }

    /**
     * The same with the tools of a JSON file, a list of descriptions of functions.
     *
     * @throws InputException when it holds no list
     */
    public Conversation withTools(Path file) throws InputException {
        if (!(Json.read(file) instanceof JsonArray tools)) {
            throw InputException.in(file, "should hold a list of tools");
        }
        Map<String, @Nullable Object> more = new LinkedHashMap<>(variables);
        more.put(TOOLS, JsonValues.list(tools));
        return new Conversation(messages, more);
    }

    /** Whether there are tools. */
    public boolean hasTools() {
        return variables.get(TOOLS) != null;
    }
}
