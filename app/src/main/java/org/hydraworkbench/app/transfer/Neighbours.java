package org.hydraworkbench.app.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.transfer.EmbeddingTables;
import org.hydraworkbench.transfer.NearestRows;

/**
 * What a new token's row is near to.
 *
 * @param piece the token, as the new tokenizer spells it
 * @param old the nearest tokens of the old vocabulary, by the base model's rows
 * @param fresh the nearest other tokens of the new vocabulary
 */
public record Neighbours(String piece, List<Neighbour> old, List<Neighbour> fresh) {

    /**
     * A token that is near.
     *
     * @param cosine −1 to 1
     */
    public record Neighbour(String piece, double cosine) {}

    private static final int COUNT = 12;

    /**
     * Looks up the neighbours of a token.
     *
     * @param text a piece as the new tokenizer spells it, or text, of which the first token counts
     */
    static Neighbours find(Path base, Path result, String text) throws HydraException {
        try (Tokenizer oldTokens = Tokenizer.load(base);
                Tokenizer newTokens = Tokenizer.load(result);
                EmbeddingTables oldTables = EmbeddingTables.open(base);
                EmbeddingTables newTables = EmbeddingTables.open(result)) {
            int id = token(newTokens, text);
            if (id < 0) {
                return new Neighbours("", List.of(), List.of());
            }
            float[] row = new float[newTables.input().width()];
            newTables.input().row(id, row);
            return new Neighbours(
                    newTokens.piece(id),
                    named(oldTokens, NearestRows.of(oldTables.input(), row, COUNT, -1, Progress.none())),
                    named(newTokens, NearestRows.of(newTables.input(), row, COUNT, id, Progress.none())));
        }
    }

    private static int token(Tokenizer tokenizer, String text) throws HydraException {
        OptionalInt exact = tokenizer.id(text);
        if (exact.isPresent()) {
            return exact.getAsInt();
        }
        OptionalInt word = tokenizer.id(tokenizer.style().marker() + text);
        if (word.isPresent()) {
            return word.getAsInt();
        }
        int[] ids = tokenizer.encodeIds(text);
        return ids.length == 0 ? -1 : ids[0];
    }

    private static List<Neighbour> named(Tokenizer tokenizer, List<NearestRows.Neighbour> found) {
        List<Neighbour> named = new ArrayList<>();
        found.forEach(one -> named.add(new Neighbour(tokenizer.piece(one.id()), one.cosine())));
        return named;
    }
}
