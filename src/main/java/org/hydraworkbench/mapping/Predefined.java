package org.hydraworkbench.mapping;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.tokenizer.Tokenizer;

/**
 * What needs no bitext: numbers are numbers in both languages, and a piece that both vocabularies spell alike (punctuation, names,
 * cognates, bytes) is likely the same (Remy et al. 2024, as their library does it).
 */
final class Predefined {

    private static final int NUMBERS = 9999;
    private static final int ZERO_NUMBERS = 99;
    private static final int BATCH = 1000;

    private Predefined() {}

    /** Counts of 1 for every reason there is for a pair of tokens; special roles are not among them. */
    static CountTable counts(Tokenizer source, Tokenizer target, Progress progress) throws HydraException {
        CountTable counts = new CountTable();
        List<String> numbers = numbersOf(target);
        for (int from = 0; from < numbers.size(); from += BATCH) {
            progress.checkCancelled();
            addNumbers(numbers.subList(from, Math.min(numbers.size(), from + BATCH)), source, target, counts);
        }
        PieceSpelling spelling = new PieceSpelling(source, target);
        for (int t = 0; t < target.size(); t++) {
            OptionalInt same = spelling.same(t);
            if (same.isPresent()) {
                counts.add(t, same.getAsInt(), 1);
            }
        }
        return counts;
    }

    /** Of the numbers 0 to 9998, then 00 and 01 to 098, those that some token spells; no other can be a single token. */
    private static List<String> numbersOf(Tokenizer tokenizer) {
        Set<String> spelt = new HashSet<>();
        for (int t = 0; t < tokenizer.size(); t++) {
            if (!tokenizer.isSpecial(t)) {
                spelt.add(tokenizer.surface(t));
            }
        }
        return Stream.concat(
                        IntStream.range(0, NUMBERS).mapToObj(Integer::toString),
                        IntStream.range(0, ZERO_NUMBERS).mapToObj(n -> "0" + n))
                .filter(spelt::contains)
                .toList();
    }

    private static void addNumbers(List<String> numbers, Tokenizer source, Tokenizer target, CountTable counts)
            throws StateException {
        List<String> spaced = numbers.stream().map(n -> " " + n).toList();
        int[][] sourcePlain = source.encodeIds(numbers);
        int[][] sourceSpaced = source.encodeIds(spaced);
        int[][] targetPlain = target.encodeIds(numbers);
        int[][] targetSpaced = target.encodeIds(spaced);
        for (int k = 0; k < numbers.size(); k++) {
            String number = numbers.get(k);
            OptionalInt whole = target.id(number);
            if (whole.isPresent()) {
                OptionalInt same = source.id(number);
                if (same.isPresent()) {
                    counts.add(whole.getAsInt(), same.getAsInt(), 1);
                } else {
                    addFirst(whole.getAsInt(), sourcePlain[k], counts);
                }
            }
            if (targetPlain[k].length == 1) {
                addFirst(targetPlain[k][0], sourcePlain[k], counts);
            }
            if (targetSpaced[k].length == 1) {
                addFirst(targetSpaced[k][0], sourceSpaced[k], counts);
            }
        }
    }

    private static void addFirst(int target, int[] sources, CountTable counts) {
        if (sources.length > 0) {
            counts.add(target, sources[0], 1);
        }
    }
}
