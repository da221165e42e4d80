package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.decode.memory.WordDifference;
import org.hydraworkbench.decode.memory.WordDifference.Block;
import org.hydraworkbench.decode.phrase.CutText;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;

/** What a correction says of words: those that a person put in the place of others answer the same words of the sentence, and surely so. */
final class Correction {

    private Correction() {}

    /**
     * The links of a corrected sentence.
     *
     * @param linked the sentence and the correction, as an aligner links them
     * @param before which words of the answer answered which of the sentence
     */
    static LinkedPair linked(LinkedPair linked, Alignment before, String answer, String correction) {
        List<String> was = CutText.of(answer).forms();
        List<String> is = CutText.of(correction).forms();
        List<Block> blocks = new ArrayList<>(WordDifference.blocks(was, is));
        blocks.add(new Block(was.size(), is.size(), 0));
        List<Link> links = new ArrayList<>(linked.links().links());
        int from = 0;
        int to = 0;
        for (Block block : blocks) {
            exchange(links, before, from, block.first(), to, block.second());
            from = block.first() + block.length();
            to = block.second() + block.length();
        }
        return new LinkedPair(linked.source(), linked.target(), Alignment.of(links));
    }

    /** Words of the answer from {@code from} to {@code fromEnd} gave way to words of the correction from {@code to} to {@code toEnd}. */
    private static void exchange(List<Link> links, Alignment before, int from, int fromEnd, int to, int toEnd) {
        List<Integer> answered = before.links().stream()
                .filter(link -> link.target() >= from && link.target() < fromEnd)
                .map(Link::source)
                .distinct()
                .sorted()
                .toList();
        if (answered.isEmpty() || to == toEnd) {
            return;
        }
        links.removeIf(link -> link.target() >= to && link.target() < toEnd || answered.contains(link.source()));
        for (int j = to; j < toEnd; j++) {
            if (answered.size() == toEnd - to) {
                links.add(new Link(answered.get(j - to), j, LinkState.SURE, 1));
            } else {
                for (int i : answered) {
                    links.add(new Link(i, j, LinkState.SURE, 1));
                }
            }
        }
    }
}
