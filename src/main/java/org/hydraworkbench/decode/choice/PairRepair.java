package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.decode.memory.WordDifference;
import org.hydraworkbench.decode.memory.WordDifference.Block;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;
import org.hydraworkbench.text.Characters;

/**
 * Makes the translation of a sentence out of that of one like it: target words that are linked only to what the other sentence has and this
 * one has not go, and what only this one has is translated by itself and put in their place (fuzzy match repair: Ortega et al. 2016).
 */
final class PairRepair {

    /** Of a link that binds two words. */
    private static final float LEAST_CONFIDENCE = .3f;

    private final LinkedPair pair;
    private final List<String> sentence;
    private final UnaryOperator<List<String>> translator;
    /** For each source word of the pair whether the sentence has it too. */
    private final boolean[] kept;
    private final List<List<Integer>> targetsOf = new ArrayList<>();
    private final boolean[] gone;
    /** What stands before each target word, and after the last. */
    private final List<List<String>> before = new ArrayList<>();

    private PairRepair(LinkedPair pair, List<String> sentence, UnaryOperator<List<String>> translator) {
        this.pair = pair;
        this.sentence = sentence;
        this.translator = translator;
        this.kept = new boolean[pair.source().size()];
        this.gone = new boolean[pair.target().size()];
        pair.source().forEach(word -> targetsOf.add(new ArrayList<>()));
        for (Link link : pair.links().links()) {
            if (link.confidence() >= LEAST_CONFIDENCE) {
                targetsOf.get(link.source()).add(link.target());
            }
        }
        for (int k = 0; k <= gone.length; k++) {
            before.add(new ArrayList<>());
        }
    }

    /**
     * The words of the repaired translation.
     *
     * @param sentence words and marks, as those of the pair
     * @param translator translates words inside a sentence
     */
    static List<String> repair(LinkedPair pair, List<String> sentence, UnaryOperator<List<String>> translator) {
        return new PairRepair(pair, sentence, translator).words();
    }

    private List<String> words() {
        List<Block> blocks = new ArrayList<>(WordDifference.blocks(lower(pair.source()), lower(sentence)));
        for (Block block : blocks) {
            Arrays.fill(kept, block.first(), block.first() + block.length(), true);
        }
        removeTargets();
        blocks.add(new Block(pair.source().size(), sentence.size(), 0));
        int from = 0;
        int sentenceFrom = 0;
        for (Block block : blocks) {
            if (block.second() > sentenceFrom) {
                before.get(place(from, block.first())).addAll(translator.apply(sentence.subList(sentenceFrom, block.second())));
            }
            from = block.first() + block.length();
            sentenceFrom = block.second() + block.length();
        }
        List<String> words = new ArrayList<>();
        for (int k = 0; k < gone.length; k++) {
            words.addAll(before.get(k));
            if (!gone[k]) {
                words.add(pair.target().get(k));
            }
        }
        words.addAll(before.getLast());
        return words;
    }

    /** What has links, but none to a word that is kept, goes. */
    private void removeTargets() {
        boolean[] held = new boolean[gone.length];
        for (int i = 0; i < kept.length; i++) {
            for (int j : targetsOf.get(i)) {
                gone[j] = true;
                held[j] |= kept[i];
            }
        }
        for (int j = 0; j < gone.length; j++) {
            gone[j] &= !held[j];
        }
    }

    /** Before which target word stands what takes the place of some source words: where their own translation was, else after the word before. */
    private int place(int from, int to) {
        int first = gone.length;
        for (int i = from; i < to; i++) {
            first = targetsOf.get(i).stream().filter(j -> gone[j]).reduce(first, Math::min);
        }
        if (first < gone.length) {
            return first;
        }
        for (int i = from - 1; i >= 0; i--) {
            if (!targetsOf.get(i).isEmpty()) {
                return targetsOf.get(i).stream().reduce(0, Math::max) + 1;
            }
        }
        return 0;
    }

    private static List<String> lower(List<String> words) {
        return words.stream().map(Characters::lower).toList();
    }
}
