package org.hydraworkbench.transfer;

import java.util.Optional;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.mapping.MappingRow;
import org.hydraworkbench.mapping.SpellingMixture;
import org.hydraworkbench.tokenizer.Tokenizer;

/** Single rows of trans-tokenization, the same that {@link Transfer#init} makes, for showing at once what a changed mapping does. */
public final class TokenRows {

    private final EmbeddingTables tables;
    private final boolean matchNorms;
    private final SpellingMixture mixture;
    private final Optional<HeadScale> headScale;

    /** The new input vector of a token and, unless the model is tied, its new head vector. */
    public record Row(float[] input, Optional<float[]> head) {}

    private TokenRows(EmbeddingTables tables, boolean matchNorms, SpellingMixture mixture, Optional<HeadScale> headScale) {
        this.tables = tables;
        this.matchNorms = matchNorms;
        this.mixture = mixture;
        this.headScale = headScale;
    }

    /**
     * Rows out of a model's tables.
     *
     * @param tables stay open as long as rows are asked for
     * @param source the model's tokenizer
     * @param target the new tokenizer
     */
    public static TokenRows of(EmbeddingTables tables, Tokenizer source, Tokenizer target, TransferOptions options) throws HydraException {
        return new TokenRows(
                tables,
                options.matchNorms(),
                new SpellingMixture(source, target, options.spellingShare()),
                HeadScale.of(tables, source, options.headScale()));
    }

    /**
     * The rows of a token.
     *
     * @param said what the mapping says of it; an empty row, and no spelling either, gives the mean row
     */
    public Row row(MappingRow said) throws HydraException {
        MappingRow mixed = mixture.of(said);
        SourceTable table = tables.head().orElse(null);
        Optional<float[]> head = table == null ? Optional.empty() : Optional.of(row(table, mixed));
        if (head.isPresent() && headScale.isPresent()) {
            headScale.get().apply(head.get());
        }
        return new Row(row(tables.input(), mixed), head);
    }

    private float[] row(SourceTable table, MappingRow mixed) throws HydraException {
        float[] row = new float[table.width()];
        if (mixed.size() == 0) {
            new MeanRows().over(table).row(0, row);
        } else {
            TransTokenization.row(table, mixed, matchNorms, row);
        }
        return row;
    }
}
