package org.hydraworkbench.decode.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkState;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.junit.jupiter.api.Test;

class PhraseTableTest {

    private final IndexedBitext.Builder text = new IndexedBitext.Builder();
    private final List<Alignment> links = new ArrayList<>();

    private void add(String source, String target, String between) {
        text.add(List.of(source.split(" ")), List.of(target.split(" ")));
        links.add(Alignment.of(Arrays.stream(between.split(" ")).map(link -> {
            String[] ends = link.split("-");
            return Link.sure(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }).toList()));
    }

    private PhrasePairs pairs(IndexedBitext bitext) {
        return new PhrasePairs(bitext, Links.of(links), 0, 1, false);
    }

    /** The translations of the phrase, with their counts. */
    private static Map<String, Double> translations(IndexedBitext bitext, PhraseTable table, String phrase) {
        int[] words = bitext.source().vocabulary().ids(List.of(phrase.split(" ")));
        List<List<PhraseTable.Translation>> found = table.from(words, 0);
        Map<String, Double> counts = new HashMap<>();
        if (found.size() == words.length) {
            for (PhraseTable.Translation each : found.getLast()) {
                counts.put(
                        String.join(" ", Arrays.stream(each.words()).mapToObj(bitext.target().vocabulary()::form).toList()), each.count());
            }
        }
        return counts;
    }

    /** Koehn (2010), figure 5.6: the phrases of a sentence that agree with its links, those with the unlinked comma both ways. */
    @Test
    void takesThePhrasesThatAgreeWithTheLinks() {
        add("michael geht davon aus , dass er im haus bleibt", "michael assumes that he will stay in the house",
                "0-0 1-1 2-1 3-1 5-2 6-3 9-4 9-5 7-6 7-7 8-8");
        IndexedBitext bitext = text.build();
        PhraseTable table = new PhraseTable(List.of(pairs(bitext)));
        assertThat(translations(bitext, table, "michael")).isEqualTo(Map.of("michael", 1.0));
        assertThat(translations(bitext, table, "geht davon aus")).isEqualTo(Map.of("assumes", 1.0));
        assertThat(translations(bitext, table, "geht davon")).isEmpty();
        assertThat(translations(bitext, table, "geht davon aus ,")).isEqualTo(Map.of("assumes", 1.0));
        assertThat(translations(bitext, table, ", dass")).isEqualTo(Map.of("that", 1.0));
        assertThat(translations(bitext, table, "im")).isEqualTo(Map.of("in the", 1.0));
        assertThat(translations(bitext, table, "im haus bleibt")).isEqualTo(Map.of("will stay in the house", 1.0));
        assertThat(translations(bitext, table, "er im haus bleibt")).isEqualTo(Map.of("he will stay in the house", 1.0));
        assertThat(translations(bitext, table, ",")).isEmpty();
    }

    @Test
    void unlinkedTargetWordsAtTheBorderAreTakenInAndLeftOut() {
        add("a b", "x n y", "0-0 1-2");
        IndexedBitext bitext = text.build();
        PhraseTable table = new PhraseTable(List.of(pairs(bitext)));
        assertThat(translations(bitext, table, "a")).isEqualTo(Map.of("x", 1.0, "x n", 1.0));
        assertThat(translations(bitext, table, "b")).isEqualTo(Map.of("y", 1.0, "n y", 1.0));
        assertThat(translations(bitext, table, "a b")).isEqualTo(Map.of("x n y", 1.0));
    }

    @Test
    void linksThatAreHardlyBelievedBindNothing() {
        text.add(List.of("a", "b"), List.of("x", "y"));
        links.add(new Alignment(List.of(Link.sure(0, 0), new Link(0, 1, LinkState.SURE, 0.19f), Link.sure(1, 1))));
        IndexedBitext bitext = text.build();
        assertThat(translations(bitext, new PhraseTable(List.of(pairs(bitext))), "a")).isEqualTo(Map.of("x", 1.0));
    }

    @Test
    void layersCountTogetherAndAHiddenPairDoesNot() {
        add("a b", "x y", "0-0 1-1");
        add("a c", "z y", "0-0 1-1");
        IndexedBitext bitext = text.build();
        PhrasePairs pairs = pairs(bitext);
        PhraseTable table = new PhraseTable(List.of(pairs, new PhrasePairs(bitext, Links.of(links), bitext.size(), 10, true)));
        assertThat(translations(bitext, table, "a")).isEqualTo(Map.of("x", 11.0, "z", 11.0));
        assertThat(pairs.hide(0)).isTrue();
        assertThat(pairs.hide(0)).isFalse();
        assertThat(translations(bitext, table, "a")).isEqualTo(Map.of("x", 10.0, "z", 11.0));
        assertThat(table.from(bitext.source().vocabulary().ids(List.of("a")), 0).getFirst().getFirst().logProbability())
                .isCloseTo(Math.log((11 - 0.4) / 21), within(1e-12));
    }

    @Test
    void everyPhraseIsFoundWhereItStands() {
        Random random = new Random(5);
        for (int k = 0; k < 200; k++) {
            List<String> words = random.ints(random.nextInt(9), 0, 4).mapToObj(Integer::toString).toList();
            text.add(words, words);
        }
        IndexedBitext bitext = text.build();
        SuffixArray array = new SuffixArray(bitext.source(), 6);
        int[] units = bitext.source().units();
        for (int trial = 0; trial < 300; trial++) {
            int[] phrase = random.ints(1 + random.nextInt(6), 0, 4).toArray();
            int low = 0;
            int high = array.size();
            for (int depth = 0; depth < phrase.length; depth++) {
                low = array.lowerBound(low, high, depth, phrase[depth]);
                high = array.lowerBound(low, high, depth, phrase[depth] + 1);
            }
            List<Integer> found = new ArrayList<>();
            for (int rank = low; rank < high; rank++) {
                found.add(array.place(rank));
            }
            List<Integer> expected = new ArrayList<>();
            for (int s = 0; s < bitext.size(); s++) {
                for (int at = bitext.source().starts()[s]; at + phrase.length <= bitext.source().starts()[s + 1]; at++) {
                    if (Arrays.equals(phrase, Arrays.copyOfRange(units, at, at + phrase.length))) {
                        expected.add(at);
                        assertThat(array.sentence(at)).isEqualTo(s);
                    }
                }
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
