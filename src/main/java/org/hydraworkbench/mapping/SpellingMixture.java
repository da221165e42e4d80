package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Encoding;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Mixes what a mapping says of a token with what the token's spelling says: (1 − share)·p + share·q, where p is the row of the mapping and q
 * gives equal weight to the source tokens that the token's text is cut into. Where the mapping knows nothing, q stands alone; special
 * tokens, pieces that are no whole characters and texts that the source cannot spell keep p.
 */
public final class SpellingMixture {

    private final Tokenizer source;
    private final Tokenizer target;
    private final double share;

    /** @param share of the spelling, from 0 to 1 */
    public SpellingMixture(Tokenizer source, Tokenizer target, double share) {
        this.source = source;
        this.target = target;
        this.share = share;
    }

    /** Every row mixed. */
    public TokenMapping of(TokenMapping mapping) throws StateException {
        List<MappingRow> rows = new ArrayList<>();
        for (int t = 0; t < mapping.targetSize(); t++) {
            rows.add(of(mapping.row(t)));
        }
        return TokenMapping.of(mapping.sourceSize(), rows);
    }

    /** A row mixed; the row itself where there is nothing to mix it with. */
    public MappingRow of(MappingRow row) throws StateException {
        IntArrayList spelling = share > 0 ? spelling(row.target()) : IntArrayList.of();
        if (spelling.isEmpty()) {
            return row;
        }
        double known = saysNothing(row) ? 0 : 1 - share;
        Int2DoubleLinkedOpenHashMap sum = new Int2DoubleLinkedOpenHashMap();
        for (int k = 0; known > 0 && k < row.size(); k++) {
            sum.addTo(row.sources()[k], known * row.weights()[k]);
        }
        for (int piece : spelling) {
            sum.addTo(piece, (1 - known) / spelling.size());
        }
        return MappingRow.ofCounts(row.target(), sum, row.origin());
    }

    private boolean saysNothing(MappingRow row) {
        OptionalInt unknown = SpecialRoles.unknown(source.special());
        return row.size() == 0 || row.size() == 1 && unknown.equals(OptionalInt.of(row.sources()[0]));
    }

    /** The source tokens that a target token's text is cut into; none where it has no text of its own. */
    IntArrayList spelling(int token) throws StateException {
        IntArrayList pieces = new IntArrayList();
        if (target.piece(token).isEmpty() || target.isSpecial(token) || PieceSpelling.isFragment(target, token)) {
            return pieces;
        }
        String surface = target.surface(token);
        boolean starts = target.startsWord(token);
        // A text begins a word wherever it stands alone; after a character of another kind it goes on, or follows a space.
        boolean word = !starts && !surface.isEmpty() && Character.isLetterOrDigit(surface.codePointAt(0));
        Encoding whole = source.encode((word ? "," : "a") + (starts ? " " : "") + surface);
        OptionalInt unknown = source.special().unk();
        for (int i = 0; i < whole.size(); i++) {
            if (whole.starts()[i] > 0 && !unknown.equals(OptionalInt.of(whole.ids()[i]))) {
                pieces.add(whole.ids()[i]);
            }
        }
        return pieces;
    }
}
