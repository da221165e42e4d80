package org.hydraworkbench.mapping;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import it.unimi.dsi.fastutil.ints.IntLists;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * Which pieces of a vocabulary begin with, or are part of, which others. Special tokens and pieces that are no whole characters take
 * no part: all byte pieces begin with {@code <}, and that means nothing.
 */
final class PieceIndex {

    private final String[] pieces;
    private final boolean[] usable;
    private final Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
    private final int[] sorted;
    private final int longest;
    private final List<IntList> containing;

    PieceIndex(Tokenizer tokenizer) {
        int n = tokenizer.size();
        pieces = new String[n];
        usable = new boolean[n];
        ids.defaultReturnValue(-1);
        int most = 0;
        for (int t = 0; t < n; t++) {
            pieces[t] = tokenizer.piece(t);
            usable[t] = !pieces[t].isEmpty() && !tokenizer.isSpecial(t) && !PieceSpelling.isFragment(tokenizer, t);
            if (usable[t]) {
                ids.put(pieces[t], t);
                most = Math.max(most, pieces[t].length());
            }
        }
        longest = most;
        sorted = java.util.stream.IntStream.range(0, n)
                .filter(t -> usable[t])
                .boxed()
                .sorted((a, b) -> pieces[a].compareTo(pieces[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        containing = new ArrayList<>(n);
        for (int t = 0; t < n; t++) {
            containing.add(IntLists.emptyList());
        }
        for (int t : sorted) {
            for (int part : partsOf(t)) {
                if (containing.get(part).isEmpty()) {
                    containing.set(part, new IntArrayList());
                }
                containing.get(part).add(t);
            }
        }
    }

    /** Whether the piece is ordinary text. */
    boolean isUsable(int token) {
        return usable[token];
    }

    String piece(int token) {
        return pieces[token];
    }

    /** Other tokens that begin with this one, in the order of their spelling. */
    int[] startingWith(int token) {
        if (!usable[token]) {
            return new int[0];
        }
        String prefix = pieces[token];
        int from = lowerBound(prefix) + 1; // the token itself is the first that begins so
        int to = from;
        while (to < sorted.length && pieces[sorted[to]].startsWith(prefix)) {
            to++;
        }
        return Arrays.copyOfRange(sorted, from, to);
    }

    /** Other tokens that are a part of this one, longest first, then from left to right; each once. */
    int[] partsOf(int token) {
        IntArrayList parts = new IntArrayList();
        if (usable[token]) {
            String piece = pieces[token];
            for (int length = Math.min(longest, piece.length() - 1); length > 0; length--) {
                for (int at = 0; at + length <= piece.length(); at++) {
                    int part = ids.getInt(piece.substring(at, at + length));
                    if (part >= 0 && !parts.contains(part)) {
                        parts.add(part);
                    }
                }
            }
        }
        return parts.toIntArray();
    }

    /** Other tokens that this one is a part of. */
    IntList containing(int token) {
        return containing.get(token);
    }

    /** Other tokens that this one begins with. */
    int[] prefixesOf(int token) {
        IntArrayList prefixes = new IntArrayList();
        if (usable[token]) {
            for (int length = 1; length < pieces[token].length(); length++) {
                int prefix = ids.getInt(pieces[token].substring(0, length));
                if (prefix >= 0) {
                    prefixes.add(prefix);
                }
            }
        }
        return prefixes.toIntArray();
    }

    private int lowerBound(String piece) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pieces[sorted[middle]].compareTo(piece) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
