package org.hydraworkbench.weights;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;

/**
 * Which tensors of a model are its input embedding table and its language-modelling head. A tied model has one for
 * both, which a file may hold under either name, as programs that save tied weights once keep whichever they meet first.
 * A model that is tied by its configuration and yet has two different tables is taken as it was saved, untied, as transformers 5
 * does.
 *
 * @param input the name of the input table
 * @param head the name of the head; the same where it is the input table
 * @param againstConfiguration whether the tables differ although the configuration ties them
 */
public record TableNames(String input, String head, boolean againstConfiguration) {

    /** What Llama and most others call the input table. */
    public static final String INPUT = "model.embed_tokens.weight";
    /** What they call the head. */
    public static final String HEAD = "lm_head.weight";

    /** What is told of a model whose tables differ although its configuration ties them. */
    public static final String DIFFERENT = "config.json says that input table and head are one (tie_word_embeddings), but the model has"
            + " two that differ; both are kept.";

    /**
     * The names in a model.
     *
     * @param input what its family calls the input table
     * @param head what it calls the head
     * @param tied what its configuration says
     * @throws InputException when it has no input table
     */
    public static TableNames of(TensorSource model, String input, String head, boolean tied) throws HydraException {
        if (!tied) {
            return new TableNames(input, head, false);
        }
        if (!model.has(head)) {
            return new TableNames(input, input, false);
        }
        if (!model.has(input)) {
            return new TableNames(head, head, false);
        }
        return same(model, input, head) ? new TableNames(input, input, false) : new TableNames(input, head, true);
    }

    private static boolean same(TensorSource model, String input, String head) throws HydraException {
        return model.info(input).equals(model.info(head).named(input))
                && model.read(input, ofInput -> model.read(head, ofHead -> ofInput.mismatch(ofHead) < 0));
    }

    public boolean tied() {
        return input.equals(head);
    }

    /** Both of these names. */
    public static List<String> all() {
        return List.of(INPUT, HEAD);
    }
}
