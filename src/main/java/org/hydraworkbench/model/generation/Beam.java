package org.hydraworkbench.model.generation;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.model.generation.Generation.Token;
import org.hydraworkbench.model.generation.Generation.TokenChance;
import org.jspecify.annotations.Nullable;

/**
 * A text under way in a beam search: the token added last, and what it continues.
 *
 * @param before what it continues; null for an empty text
 * @param row the row of that, in the search's own order
 * @param id the token; −1 for an empty text
 * @param length tokens of the whole
 * @param own log-probability of the token
 * @param total log-probability of the whole
 * @param has what is there of what is required
 * @param stopping what is to be known to see stop texts; null where there are none
 * @param likeliest which tokens were likeliest in its place
 */
record Beam(
        @Nullable Beam before,
        int row,
        int id,
        int length,
        double own,
        double total,
        Required.State has,
        StopTexts.@Nullable State stopping,
        List<TokenChance> likeliest) {

    /** Its tokens. */
    List<Token> tokens() {
        List<Token> tokens = new ArrayList<>();
        for (Beam at = this; at != null && at.length > 0; at = at.before) {
            tokens.add(new Token(at.id, at.own, at.likeliest));
        }
        return tokens.reversed();
    }

    /** The ids of its tokens after those of another text. */
    int[] idsAfter(int[] text) {
        int[] ids = new int[text.length + length];
        System.arraycopy(text, 0, ids, 0, text.length);
        for (Beam at = this; at != null && at.length > 0; at = at.before) {
            ids[text.length + at.length - 1] = at.id;
        }
        return ids;
    }

    Beam withStopping(StopTexts.State state) {
        return new Beam(before, row, id, length, own, total, has, state, likeliest);
    }
}
