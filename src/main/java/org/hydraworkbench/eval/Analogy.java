package org.hydraworkbench.eval;

import java.util.List;

/**
 * A question about words: {@code first} is to {@code second} as {@code third} is to what?
 *
 * @param category of the relation, as the file calls it
 * @param answers each of which is right
 */
public record Analogy(String category, String first, String second, String third, List<String> answers) {

    public Analogy {
        answers = List.copyOf(answers);
    }
}
