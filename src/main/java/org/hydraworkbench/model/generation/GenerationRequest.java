package org.hydraworkbench.model.generation;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.TokenTable;
import org.jspecify.annotations.Nullable;

/**
 * A prompt to be continued.
 *
 * @param prompt its parts, at least one token in all
 * @param output the table whose tokens are written
 * @param options how
 * @param nearest shares in what comes next; null for nothing
 */
public record GenerationRequest(List<PromptPart> prompt, TokenTable output, GenerationOptions options, @Nullable NearestTokens nearest) {

    public GenerationRequest {
        prompt = List.copyOf(prompt);
    }

    /** One in which nothing else shares. */
    public GenerationRequest(List<PromptPart> prompt, TokenTable output, GenerationOptions options) {
        this(prompt, output, options, null);
    }

    /** The prompt as {@link LogitsProcessor}s look at it. */
    int[] text() {
        IntArrayList text = new IntArrayList();
        for (PromptPart part : prompt) {
            if (part.table() == output) {
                text.addElements(text.size(), part.ids());
            } else {
                text.add(LogitsProcessor.FOREIGN);
            }
        }
        return text.toIntArray();
    }

    /** The tokens of the output table that the prompt ends with. */
    public int[] before() {
        int[] text = text();
        int start = text.length;
        while (start > 0 && text[start - 1] != LogitsProcessor.FOREIGN) {
            start--;
        }
        return Arrays.copyOfRange(text, start, text.length);
    }
}
