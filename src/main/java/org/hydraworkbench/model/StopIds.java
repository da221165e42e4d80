package org.hydraworkbench.model;

import java.util.HashSet;
import java.util.Set;
import org.hydraworkbench.tokenizer.Tokenizer;

/** Which tokens end a text. */
public final class StopIds {

    private StopIds() {}

    /**
     * For texts that are written with a table: by the model's files where it is the model's own, by the tokenizer, and rows of
     * the table that are no tokens but padding.
     */
    public static Set<Integer> of(Decoder body, TokenTable output, Tokenizer tokenizer) {
        Set<Integer> stops = new HashSet<>();
        if (output == body.table()) {
            stops.addAll(body.stopIds());
        }
        tokenizer.special().eos().ifPresent(stops::add);
        for (int id = tokenizer.size(); id < output.size(); id++) {
            stops.add(id);
        }
        return stops;
    }
}
