package org.hydraworkbench.model.chat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.TextPart;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a conversation that a template spells out. Special tokens that the template writes are those tokens; what a message says stays
 * text. Which is which is seen by rendering a second time with a mark in the place of each message's text.
 */
public final class ChatPrompt {

    private static final Pattern MARK = Pattern.compile("\uE0F1([0-9]+)\uE0F2");

    private final List<String> texts = new ArrayList<>();

    private ChatPrompt() {}

    /**
     * The prompt, with the answer of the model begun.
     *
     * @throws InputException when the template refuses the messages, or one spells a special token and what the template does to it hides where
     */
    public static int[] encode(ChatTemplate template, Conversation conversation, Tokenizer tokenizer) throws InputException, StateException {
        String prompt = template.render(conversation, true);
        ChatPrompt own = new ChatPrompt();
        List<@Nullable Object> marked = own.marked(conversation.messages());
        String frame = template.render(new Conversation(marked, conversation.variables()), true);
        for (List<String> said : List.of(own.texts, own.texts.stream().map(String::strip).toList())) {
            List<TextPart> parts = parts(frame, said);
            if (join(parts).equals(prompt)) {
                return tokenizer.encodeParts(parts);
            }
        }
        for (String text : own.texts) {
            if (tokenizer.encodeMarkup(List.of(text))[0].length != tokenizer.encodeIds(text).length) {
                throw new InputException("A message spells out a special token, and the chat template changes messages, so that it cannot be told"
                        + " from what the template writes; leave it out: " + text);
            }
        }
        return tokenizer.encodeParts(List.of(new TextPart(prompt, true)));
    }

    private List<@Nullable Object> marked(List<? extends @Nullable Object> messages) {
        List<@Nullable Object> result = new ArrayList<>();
        for (Object message : messages) {
            result.add(message instanceof Map<?, ?> map ? marked(map, "content") : message);
        }
        return result;
    }

    private Map<Object, @Nullable Object> marked(Map<?, ?> map, String key) {
        Map<Object, @Nullable Object> result = new LinkedHashMap<>(map);
        Object value = map.get(key);
        if (value instanceof String text) {
            texts.add(text);
            result.put(key, "\uE0F1" + (texts.size() - 1) + "\uE0F2");
        } else if (value instanceof List<?> pieces) {
            List<@Nullable Object> list = new ArrayList<>();
            pieces.forEach(piece -> list.add(piece instanceof Map<?, ?> part ? marked(part, "text") : piece));
            result.put(key, list);
        }
        return result;
    }

    private static List<TextPart> parts(String frame, List<String> said) {
        List<TextPart> parts = new ArrayList<>();
        Matcher matcher = MARK.matcher(frame);
        int end = 0;
        while (matcher.find()) {
            parts.add(new TextPart(frame.substring(end, matcher.start()), true));
            int number = Integer.parseInt(matcher.group(1));
            parts.add(number < said.size() ? new TextPart(said.get(number), false) : new TextPart(matcher.group(), true));
            end = matcher.end();
        }
        parts.add(new TextPart(frame.substring(end), true));
        return parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    private static String join(List<TextPart> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.text()));
        return text.toString();
    }
}
