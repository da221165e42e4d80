package org.hydraworkbench.tokenizer;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.util.Arrays;
import java.util.Comparator;

/** The symbols that merging begins with, numbered from 0 in the order of their characters. */
final class Alphabet {

    private static final int MARK = '▁';

    private final String[] pieces;
    /** Symbol of each character; empty for the byte-level kind. */
    private final Int2IntOpenHashMap symbols = new Int2IntOpenHashMap();
    /** Symbol of each byte; empty for the kind that has characters as symbols. */
    private final int[] byteSymbols;

    private Alphabet(String[] pieces, int[] byteSymbols) {
        this.pieces = pieces;
        this.byteSymbols = byteSymbols;
        symbols.defaultReturnValue(-1);
    }

    /** All 256 bytes. */
    static Alphabet ofBytes() {
        String[] pieces = new String[256];
        for (int b = 0; b < 256; b++) {
            pieces[b] = String.valueOf(ByteAlphabet.character(b));
        }
        Arrays.sort(pieces);
        int[] symbols = new int[256];
        for (int i = 0; i < 256; i++) {
            symbols[ByteAlphabet.value(pieces[i].charAt(0))] = i;
        }
        return new Alphabet(pieces, symbols);
    }

    /** The most frequent characters of the words that together make up {@code coverage} of the text; among equals the first. */
    static Alphabet ofCharacters(WordCounts words, double coverage) {
        Int2LongOpenHashMap counts = new Int2LongOpenHashMap();
        long total = 0;
        byte[] keys = words.keys();
        for (int w = 0; w < words.size(); w++) {
            long count = words.count(w);
            for (int i = words.start(w); i < words.end(w); i += Utf8.length(keys[i])) {
                counts.addTo(character(keys, i), count);
                total += count;
            }
        }
        Integer[] order = counts.keySet().toArray(new Integer[0]);
        Arrays.sort(
                order,
                Comparator.comparingLong((Integer c) -> counts.get(c.intValue())).reversed().thenComparing(c -> c));
        long wanted = (long) Math.ceil(total * coverage);
        int kept = 0;
        for (long covered = 0; kept < order.length && covered < wanted; kept++) {
            covered += counts.get(order[kept].intValue());
        }
        int[] characters = Arrays.stream(order, 0, kept).mapToInt(Integer::intValue).sorted().toArray();
        String[] pieces = Arrays.stream(characters).mapToObj(Character::toString).toArray(String[]::new);
        Alphabet alphabet = new Alphabet(pieces, new int[0]);
        for (int i = 0; i < characters.length; i++) {
            alphabet.symbols.put(characters[i], i);
        }
        return alphabet;
    }

    /** In stretches a space stands for the mark. */
    private static int character(byte[] keys, int i) {
        int c = Utf8.decode(keys, i);
        return c == ' ' ? MARK : c;
    }

    int size() {
        return pieces.length;
    }

    /** How symbol {@code i} is spelt in the vocabulary. */
    String piece(int i) {
        return pieces[i];
    }

    /** Bytes of the key that the symbol at {@code i} takes. */
    int length(byte[] keys, int i) {
        return byteSymbols.length > 0 ? 1 : Utf8.length(keys[i]);
    }

    /** The symbol at {@code i} of the key, or -1 for a character that is not in the alphabet. */
    int symbol(byte[] keys, int i) {
        return byteSymbols.length > 0 ? byteSymbols[keys[i] & 0xFF] : symbols.get(character(keys, i));
    }
}
