package org.hydraworkbench.project.measures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.hydraworkbench.corpus.SentencePair;

/**
 * The sentences that a battery measures with: some of the held-out ones, drawn by a seed, in their order. Those that the project also learnt
 * from are left out, since a memory would know them by heart.
 *
 * @param lines the place of each among the held-out pairs, from 1
 * @param pairs they
 * @param leftOut how many of all held-out pairs the project learnt from
 */
public record ChosenSentences(List<Integer> lines, List<SentencePair> pairs, int leftOut) {

    public ChosenSentences {
        lines = List.copyOf(lines);
        pairs = List.copyOf(pairs);
    }

    /**
     * Draws them.
     *
     * @param held all held-out pairs
     * @param taught whether the project learnt from a source sentence
     * @param most as many at most
     * @param seed the same seed draws the same
     */
    public static ChosenSentences draw(List<SentencePair> held, Predicate<String> taught, int most, long seed) {
        List<Integer> free = new ArrayList<>(
                IntStream.range(0, held.size()).filter(k -> !taught.test(held.get(k).source())).boxed().toList());
        int leftOut = held.size() - free.size();
        Collections.shuffle(free, new Random(seed));
        List<Integer> drawn = free.subList(0, Math.min(most, free.size())).stream().sorted().toList();
        return new ChosenSentences(
                drawn.stream().map(k -> k + 1).toList(), drawn.stream().map(held::get).toList(), leftOut);
    }

    List<String> sources() {
        return pairs.stream().map(SentencePair::source).toList();
    }

    /** What people wrote. */
    public List<String> references() {
        return pairs.stream().map(SentencePair::target).toList();
    }
}
