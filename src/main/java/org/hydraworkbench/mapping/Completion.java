package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.function.IntPredicate;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Rows for target tokens that nothing was counted for, put together from mapped tokens: those that begin with the token, and the
 * longest ones that are part of it (Remy et al. 2024). Always computed from what was mapped before any completion, so
 * that the order of tokens does not matter.
 */
final class Completion {

    private static final int WORD_START_WEIGHT = 2000;
    private static final int WEIGHT = 1000;

    private final PieceIndex index;
    private final Tokenizer source;

    Completion(PieceIndex index, Tokenizer source) {
        this.index = index;
        this.source = source;
    }

    /** The mapped tokens that a token without a row is put together from: first those that begin with it, then its parts. */
    IntArrayList contributors(int token, IntPredicate mapped) {
        IntArrayList found = new IntArrayList();
        for (int longer : index.startingWith(token)) {
            if (mapped.test(longer)) {
                found.add(longer);
            }
        }
        int firstPart = found.size();
        for (int part : index.partsOf(token)) {
            if (mapped.test(part) && !isWithin(part, found, firstPart)) {
                found.add(part);
            }
        }
        return found;
    }

    /** The tokens whose completed row may change when the row of {@code token} does. */
    IntSet dependents(int token) {
        IntSet tokens = new IntOpenHashSet(index.prefixesOf(token));
        if (index.isUsable(token)) {
            tokens.addAll(index.containing(token));
        }
        return tokens;
    }

    /** How much a contributor's share of a source token weighs: one that starts a word weighs double. */
    int weight(int sourceToken) {
        return source.startsWord(sourceToken) ? WORD_START_WEIGHT : WEIGHT;
    }

    private boolean isWithin(int part, IntArrayList kept, int from) {
        for (int k = from; k < kept.size(); k++) {
            if (index.piece(kept.getInt(k)).contains(index.piece(part))) {
                return true;
            }
        }
        return false;
    }
}
