package org.hydraworkbench.model.generation;

import java.util.List;
import java.util.Objects;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/** Texts that end what is written, wherever the borders of tokens are. What was read before does not count. */
public final class StopTexts {

    /** Nothing. */
    public static final StopTexts NONE = new StopTexts(null, List.of());

    private final @Nullable Tokenizer tokenizer;
    private final List<String> texts;
    private final int longest;

    private StopTexts(@Nullable Tokenizer tokenizer, List<String> texts) {
        this.tokenizer = tokenizer;
        this.texts = texts;
        this.longest = texts.stream().mapToInt(String::length).max().orElse(0);
    }

    /**
     * Some texts.
     *
     * @param tokenizer that of the table which is written with
     * @param texts none of them empty
     */
    public static StopTexts of(Tokenizer tokenizer, List<String> texts) {
        if (texts.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("an empty text would end everything");
        }
        return texts.isEmpty() ? NONE : new StopTexts(tokenizer, List.copyOf(texts));
    }

    /** The texts. */
    public List<String> texts() {
        return texts;
    }

    boolean isNone() {
        return texts.isEmpty();
    }

    /** Where the first of them begins in a text; −1 where none does. */
    int find(String text) {
        return texts.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(-1);
    }

    /** A text up to the first of them, or all of it. */
    public String before(String text) {
        int end = find(text);
        return end < 0 ? text : text.substring(0, end);
    }

    /** How much of the end of a text may be the beginning of one of them. */
    int begun(String text) {
        for (int length = Math.min(longest - 1, text.length()); length > 0; length--) {
            String end = text.substring(text.length() - length);
            if (texts.stream().anyMatch(each -> each.length() > end.length() && each.startsWith(end))) {
                return length;
            }
        }
        return 0;
    }

    /**
     * What is to be known of a text for what comes next.
     *
     * @param decoded its tokens
     * @param tail the end of it, as long as may be needed
     * @param isEnded whether one of the texts is there
     */
    record State(DecodedText decoded, String tail, boolean isEnded) {}

    /**
     * That of an empty text.
     *
     * @param before the tokens before it, of the same table
     */
    State start(int[] before) {
        return new State(DecodedText.after(Objects.requireNonNull(tokenizer), before), "", false);
    }

    /** That of a text with a token more. */
    State after(State state, int id) throws StateException {
        DecodedText decoded = state.decoded.with(id);
        String tail = state.tail + decoded.added();
        return new State(decoded, tail.substring(Math.max(0, tail.length() - longest + 1)), find(tail) >= 0);
    }
}
