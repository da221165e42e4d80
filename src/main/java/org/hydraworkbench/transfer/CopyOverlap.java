package org.hydraworkbench.transfer;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.tokenizer.SpecialTokens;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * A token that the source vocabulary has too keeps that row; every other token gets the mean row. Two tokens are the same
 * when they stand for the same bytes and both begin a word or both do not, whatever marker their tokenizers use for that;
 * a byte of byte fallback is the same as that byte alone, whichever of the two has it so. Special tokens are the same when they play the same part.
 */
public final class CopyOverlap implements Initializer {

    private static final List<Function<SpecialTokens, OptionalInt>> ROLES = List.of(
            SpecialTokens::bos,
            SpecialTokens::eos,
            SpecialTokens::pad,
            SpecialTokens::unk,
            SpecialTokens::cls,
            SpecialTokens::sep,
            SpecialTokens::mask);

    private static final String BYTE = "byte ";

    private final int[] sources;

    /** The overlap of two vocabularies. */
    public CopyOverlap(Tokenizer source, Tokenizer target) {
        Map<String, Integer> known = new HashMap<>();
        for (int id = source.size() - 1; id >= 0; id--) {
            if (!source.isSpecial(id) && !source.piece(id).isEmpty()) {
                known.put(key(source, id), id);
            }
        }
        sources = new int[target.size()];
        for (int id = 0; id < sources.length; id++) {
            sources[id] = target.isSpecial(id) ? sameSpecial(source, target, id) : same(known, target, id);
        }
    }

    /** The source token whose row target token {@code target} gets; empty where it gets the mean. */
    public OptionalInt source(int target) {
        return sources[target] < 0 ? OptionalInt.empty() : OptionalInt.of(sources[target]);
    }

    private static int same(Map<String, Integer> known, Tokenizer target, int id) {
        if (target.piece(id).isEmpty()) {
            return -1;
        }
        Integer found = known.get(key(target, id));
        if (found == null && target.bytes(id).length == 1) {
            // One of the two spells the byte as a token of byte fallback, the other as a piece of its own.
            found = known.get(target.isByte(id) ? plainKey(target, id) : BYTE + plainKey(target, id));
        }
        return found == null ? -1 : found;
    }

    private static String key(Tokenizer tokenizer, int id) {
        return tokenizer.isByte(id) ? BYTE + plainKey(tokenizer, id) : plainKey(tokenizer, id);
    }

    private static String plainKey(Tokenizer tokenizer, int id) {
        return (tokenizer.startsWord(id) ? "_" : "-") + new String(tokenizer.bytes(id), StandardCharsets.ISO_8859_1);
    }

    private static int sameSpecial(Tokenizer source, Tokenizer target, int id) {
        for (Function<SpecialTokens, OptionalInt> role : ROLES) {
            if (role.apply(target.special()).equals(OptionalInt.of(id)) && role.apply(source.special()).isPresent()) {
                return role.apply(source.special()).getAsInt();
            }
        }
        return source.id(target.piece(id)).orElse(-1);
    }

    @Override
    public Rows over(SourceTable source) throws HydraException {
        Rows mean = new MeanRows().over(source);
        return (target, into) -> {
            if (sources[target] >= 0 && sources[target] < source.rows()) {
                source.row(sources[target], into);
            } else {
                mean.row(target, into);
            }
        };
    }
}
