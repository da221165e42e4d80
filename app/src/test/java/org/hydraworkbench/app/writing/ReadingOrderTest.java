package org.hydraworkbench.app.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.text.Direction;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {

    private static List<String> fromLeft(Direction way, String... words) {
        return ReadingOrder.ofWords(List.of(words), way).fromLeft(List.of(words), 0);
    }

    @Test
    void wordsFollowEachOtherTheWayOfTheText() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "وجد", "الجبل", ".")).containsExactly(".", "الجبل", "وجد");
        assertThat(fromLeft(Direction.LEFT_TO_RIGHT, "He", "found", ".")).containsExactly("He", "found", ".");
    }

    @Test
    void theDigitsOfANumberAndLatinWordsKeepTheirOrder() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "الصفحة", "1", "8", "3", "[", "انظر"))
                .containsExactly("انظر", "[", "1", "8", "3", "الصفحة");
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "עם", "Hydra", "Bench", ".")).containsExactly(".", "Hydra", "Bench", "עם");
        assertThat(fromLeft(Direction.LEFT_TO_RIGHT, "say", "שלום", "עולם", "!")).containsExactly("say", "עולם", "שלום", "!");
    }

    @Test
    void numbersThatAreWordsStandTheWayOfTheText() {
        assertThat(fromLeft(Direction.RIGHT_TO_LEFT, "من", "10", "30")).containsExactly("30", "10", "من");
    }

    /** A row may begin anywhere in the text. */
    @Test
    void aPartOfTheTextIsInTheOrderOfTheWhole() {
        List<String> words = List.of("عمل", "IBM", "Linux", "هنا");
        ReadingOrder order = ReadingOrder.ofWords(words, Direction.RIGHT_TO_LEFT);
        assertThat(order.fromLeft(words.subList(1, 4), 1)).containsExactly("هنا", "IBM", "Linux");
        assertThat(order.direction(0)).isEqualTo(Direction.RIGHT_TO_LEFT);
        assertThat(order.direction(1)).isEqualTo(Direction.LEFT_TO_RIGHT);
        assertThat(order.fromLeft(List.of(), 0)).isEmpty();
    }

    @Test
    void aLineBeginsWithNoPartOfANumberAndWithNoMark() {
        List<String> words = List.of("עלה", "1", ",", "2", "5", "0", "עד", "3", ".");
        ReadingOrder order = ReadingOrder.ofWords(words, Direction.RIGHT_TO_LEFT);
        assertThat(IntStream.range(1, words.size()).filter(order::mayBeginLine)).containsExactly(1, 6, 7);
    }
}
