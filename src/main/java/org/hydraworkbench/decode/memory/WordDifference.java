package org.hydraworkbench.decode.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where two sentences are alike: the longest stretch of words that both have, then the longest ones before and after it, and so on (Ratcliff
 * and Obershelp 1988). The same blocks and ratio as Python's {@code difflib.SequenceMatcher} without its guess at junk.
 */
public final class WordDifference {

    /** Words that both have: {@code length} of them from {@code first} in one and {@code second} in the other. */
    public record Block(int first, int second, int length) {}

    private final List<String> first;
    private final List<String> second;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    private WordDifference(List<String> first, List<String> second) {
        this.first = first;
        this.second = second;
        for (int k = 0; k < second.size(); k++) {
            places.computeIfAbsent(second.get(k), word -> new ArrayList<>()).add(k);
        }
        match(0, first.size(), 0, second.size());
    }

    /** The blocks that two sentences have in common, in their order; none touches the next in both. */
    public static List<Block> blocks(List<String> first, List<String> second) {
        List<Block> joined = new ArrayList<>();
        for (Block block : new WordDifference(first, second).blocks) {
            Block last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.first + last.length == block.first && last.second + last.length == block.second) {
                joined.set(joined.size() - 1, new Block(last.first, last.second, last.length + block.length));
            } else {
                joined.add(block);
            }
        }
        return joined;
    }

    /** 2 · common words / words of both, 0 to 1; 1 for two empty sentences. */
    public static double ratio(List<String> first, List<String> second) {
        int both = first.size() + second.size();
        return both == 0 ? 1 : 2.0 * blocks(first, second).stream().mapToInt(Block::length).sum() / both;
    }

    private void match(int from, int to, int otherFrom, int otherTo) {
        Block longest = longest(from, to, otherFrom, otherTo);
        if (longest.length == 0) {
            return;
        }
        match(from, longest.first, otherFrom, longest.second);
        blocks.add(longest);
        match(longest.first + longest.length, to, longest.second + longest.length, otherTo);
    }

    /** Of the longest stretches the one that begins first in the first sentence, of these first in the second. */
    private Block longest(int from, int to, int otherFrom, int otherTo) {
        Block best = new Block(from, otherFrom, 0);
        Map<Integer, Integer> lengths = new HashMap<>();
        for (int i = from; i < to; i++) {
            Map<Integer, Integer> now = new HashMap<>();
            for (int j : places.getOrDefault(first.get(i), List.of())) {
                if (j >= otherFrom && j < otherTo) {
                    int length = lengths.getOrDefault(j - 1, 0) + 1;
                    now.put(j, length);
                    if (length > best.length) {
                        best = new Block(i - length + 1, j - length + 1, length);
                    }
                }
            }
            lengths = now;
        }
        return best;
    }
}
