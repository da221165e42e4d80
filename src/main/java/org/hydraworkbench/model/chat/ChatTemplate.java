package org.hydraworkbench.model.chat;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.InputException;
import org.jspecify.annotations.Nullable;

/** How a model wants a conversation spelt out. Immutable. */
public final class ChatTemplate {

    private final String origin;
    private final Template template;
    private final Map<String, String> specialTokens;

    private ChatTemplate(String origin, Template template, Map<String, String> specialTokens) {
        this.origin = origin;
        this.template = template;
        this.specialTokens = specialTokens;
    }

    /**
     * Reads a template.
     *
     * @param origin where it comes from, for messages
     * @param source the template
     * @param specialTokens the spellings of tokens by the names that templates have for them, for example {@code bos_token}
     * @throws InputException with line and column, when the template cannot be read
     */
    public static ChatTemplate of(String origin, String source, Map<String, String> specialTokens) throws InputException {
        try {
            return new ChatTemplate(origin, Template.parse(source), Map.copyOf(specialTokens));
        } catch (InputException e) {
            throw new InputException(origin + ": " + e.getMessage(), e);
        }
    }

    /** As the other {@code render}, for a conversation and the time of this machine. */
    public String render(Conversation conversation, boolean addGenerationPrompt) throws InputException {
        return render(conversation.messages(), addGenerationPrompt, conversation.variables(), Clock.system(ZoneId.systemDefault()));
    }

    /**
     * Spells a conversation out, as {@code apply_chat_template} of transformers does. What the messages say is never taken for a
     * template, though a model may read special tokens in it.
     *
     * @param messages maps with {@code role} and {@code content}; all values are strings, numbers, booleans, null, lists and maps
     * @param addGenerationPrompt whether the answer of the model is begun
     * @param variables further variables, for example {@code tools}
     * @param clock says what day it is, which some templates tell the model
     * @throws InputException when the template refuses the messages, or does what is not known here
     */
    public String render(
            List<? extends @Nullable Object> messages,
            boolean addGenerationPrompt,
            Map<String, ? extends @Nullable Object> variables,
            Clock clock)
            throws InputException {
        Map<String, @Nullable Object> all = new HashMap<>();
        // Templates may ask of these without asking whether they are there.
        all.put("tools", null);
        all.put("documents", null);
        all.putAll(specialTokens);
        all.putAll(variables);
        all.put("messages", messages);
        all.put("add_generation_prompt", addGenerationPrompt);
        try {
            return template.render(all, clock);
        } catch (InputException e) {
            throw new InputException(origin + ": " + e.getMessage(), e);
        }
    }
}
