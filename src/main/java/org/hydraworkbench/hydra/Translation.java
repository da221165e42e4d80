package org.hydraworkbench.hydra;

import java.util.List;
import org.hydraworkbench.model.generation.Generation;
import org.hydraworkbench.text.LanguageTag;

/**
 * A translation and how it came about.
 *
 * @param text the translation, without stop texts and white space around it
 * @param prompt what was read before, token by token
 * @param tokens what was written, token by token
 * @param logProbability of all written tokens, the ending one included, in nats
 * @param ending why it ended
 * @param alternatives what else a beam search found, best first
 */
public record Translation(
        String text,
        List<PromptToken> prompt,
        List<Token> tokens,
        double logProbability,
        Generation.Ending ending,
        List<String> alternatives) {

    /**
     * A token that was read.
     *
     * @param language whose table it went through
     * @param id its id in that table
     * @param piece how the tokenizer spells it
     */
    public record PromptToken(LanguageTag language, int id, String piece) {}

    /**
     * A token that was written.
     *
     * @param language whose head it came out of
     * @param id its id in that table
     * @param piece how the tokenizer spells it
     * @param probability of this token given everything before, from 0 to 1
     */
    public record Token(LanguageTag language, int id, String piece, double probability) {}

    public Translation {
        prompt = List.copyOf(prompt);
        tokens = List.copyOf(tokens);
        alternatives = List.copyOf(alternatives);
    }
}
