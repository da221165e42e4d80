package org.hydraworkbench.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.hydraworkbench.tokenizer.PieceStyle;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source piece that spells what a target piece spells: the same characters with or without a word start. Pieces of one
 * style are compared as strings; between styles by the bytes they stand for, since byte-level pieces are written in an
 * alphabet of their own, in which {@code É} is half a character.
 */
final class PieceSpelling {

    private final Tokenizer source;
    private final Tokenizer target;
    private final @Nullable Map<Key, Integer> byBytes;

    private record Key(boolean startsWord, ByteBuffer bytes) {}

    PieceSpelling(Tokenizer source, Tokenizer target) {
        this.source = source;
        this.target = target;
        this.byBytes = source.style() == target.style() ? null : index(source);
    }

    /** The source token that spells the same. */
    OptionalInt same(int targetToken) {
        String piece = target.piece(targetToken);
        if (piece.isEmpty()) {
            return OptionalInt.empty();
        }
        if (byBytes == null || target.isSpecial(targetToken)) {
            return source.id(piece);
        }
        Integer id = byBytes.get(key(target, targetToken));
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    private static Map<Key, Integer> index(Tokenizer tokenizer) {
        Map<Key, Integer> index = new HashMap<>();
        for (int id = 0; id < tokenizer.size(); id++) {
            if (!tokenizer.piece(id).isEmpty() && !tokenizer.isSpecial(id)) {
                // a character beside the byte piece that spells the same: the character, which comes with a lower claim on space
                index.merge(key(tokenizer, id), id, (a, b) -> tokenizer.isByte(a) ? b : a);
            }
        }
        return index;
    }

    private static Key key(Tokenizer tokenizer, int id) {
        boolean startsWord = tokenizer.style() == PieceStyle.PLAIN || tokenizer.startsWord(id);
        return new Key(startsWord && !tokenizer.isByte(id), ByteBuffer.wrap(tokenizer.bytes(id)));
    }

    /** Whether a token stands for bytes that are no whole characters, or for one byte of byte fallback. */
    static boolean isFragment(Tokenizer tokenizer, int id) {
        if (tokenizer.isByte(id)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(tokenizer.bytes(id)));
            return false;
        } catch (CharacterCodingException e) {
            return true;
        }
    }
}
