package org.hydraworkbench.decode.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hydraworkbench.corpus.SentencePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationMemoryTest {

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).toList();
    }

    /** Expected by Python's {@code difflib.SequenceMatcher(None, a, b, autojunk=False)}: {@code ratio()} and {@code get_matching_blocks()}. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a b c d | a b d | 0.8571428571428571 | 0-0-2 3-2-1",
        "the dog sees the cat | the cat sees the dog | 0.4 | 0-3-2",
        "'' | '' | 1.0 | ''",
        "a | '' | 0.0 | ''",
        "a b a b a | b a b | 0.75 | 1-0-3",
        "x a y a z | a a | 0.5714285714285714 | 1-0-1 3-1-1",
        "one two three four five | zero one two four four five six | 0.6666666666666666 | 0-1-2 3-4-2"
    })
    void sentencesAreComparedAsPythonDoes(String first, String second, double ratio, String blocks) {
        assertThat(WordDifference.ratio(words(first), words(second))).isCloseTo(ratio, within(1e-15));
        assertThat(WordDifference.blocks(words(first), words(second)).stream()
                        .map(block -> block.first() + "-" + block.second() + "-" + block.length())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(blocks);
    }

    @Test
    void whatIsTakenOutIsNotFoundUntilItIsTakenInAgain() {
        TranslationMemory memory = new TranslationMemory();
        int first = memory.add(new SentencePair("the cat sleeps", "one"));
        memory.add(new SentencePair("the cat runs", "two"));
        memory.hide(first);
        assertThat(memory.find("the cat sleeps", 5)).extracting(match -> match.text().target()).containsExactly("two");
        memory.show(first);
        assertThat(memory.find("the cat sleeps", 5)).extracting(match -> match.text().target()).containsExactly("one", "two");
        assertThat(memory.get(first).target()).isEqualTo("one");
    }

    @Test
    void theMostAlikeComeFirst() {
        TranslationMemory memory = new TranslationMemory();
        for (String source : List.of("The dog sleeps.", "A cat sleeps here.", "the dog sleeps here.", "Something else entirely?", "")) {
            memory.add(new SentencePair(source, source.toUpperCase(java.util.Locale.ROOT)));
        }
        List<TranslationMemory.Match> found = memory.find("THE dog sleeps here.", 2);
        assertThat(found.stream().map(match -> match.text().source())).containsExactly("the dog sleeps here.", "The dog sleeps.");
        assertThat(found.stream().map(TranslationMemory.Match::ratio)).containsExactly(1.0, 2.0 * 4 / 9);
        assertThat(memory.find("Xyzzy", 3)).isEmpty();
        assertThat(memory.find("", 3)).isEmpty();
    }

    @Test
    void aPairThatWasJustAddedIsFoundBeforeAnOlderOneThatIsAsAlike() {
        TranslationMemory memory = new TranslationMemory();
        memory.add(new SentencePair("the dog", "old"));
        memory.add(new SentencePair("the dog", "new"));
        assertThat(memory.find("the dog", 1).getFirst().text().target()).isEqualTo("new");
    }

    @Test
    void rareWordsDecideAmongMany() {
        TranslationMemory memory = new TranslationMemory();
        for (int k = 0; k < 5000; k++) {
            memory.add(new SentencePair("the man sees number " + k, "t" + k));
        }
        memory.add(new SentencePair("we saw a platypus", "rare"));
        assertThat(memory.find("the man sees a platypus", 1).getFirst().ratio()).isEqualTo(0.6);
        assertThat(memory.find("a platypus", 1).getFirst().text().target()).isEqualTo("rare");
        assertThat(memory.find("the man sees number 4321", 1).getFirst().text().target()).isEqualTo("t4321");
        assertThat(memory.find("the man", 7)).hasSize(7);
    }
}
