package org.hydraworkbench.decode.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NgramModelTest {

    private static final List<String> TEXT = List.of("a b c d", "a b c e", "b c d", "a b d", "c c c c a", "e");

    private static int[] words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .mapToInt(word -> word.startsWith("<") ? NgramModel.EDGE : word.charAt(0) - 'a')
                .toArray();
    }

    private static NgramModel model() {
        NgramModel model = new NgramModel();
        TEXT.forEach(line -> model.add(words(line)));
        return model;
    }

    /** Expected by {@code src/test/oracle/ngram_golden.py}. */
    @ParameterizedTest
    @CsvSource({
        "'', a, -2.000969926238",
        "'', z, -3.080890081894",
        "<s>, a, -0.815084240404",
        "<s> a, b, -0.214926447738",
        "<s> a b, c, -0.394287378665",
        "a b c, d, -0.720167116615",
        "b c, z, -4.284862886220",
        "x y c, c, -0.983554050338",
        "c c c, </s>, -3.068467561896",
        "c c c, c, -0.548627276235",
        "e, </s>, -0.353128034668"
    })
    void smoothsAsKneserAndNey(String context, String word, double expected) {
        int[] before = words(context);
        assertThat(model().logProbability(before, before.length, words(word)[0])).isCloseTo(expected, within(1e-11));
    }

    @Test
    void onlyTheLastThreeWordsMatter() {
        NgramModel model = model();
        assertThat(model.logProbability(words("a b c c c"), 5, 2)).isEqualTo(model.logProbability(words("c c c"), 3, 2));
    }

    @Test
    void whatIsTakenAwayLeavesNoTrace() {
        NgramModel model = model();
        Random random = new Random(1);
        int[][] more = new int[50][];
        Arrays.setAll(more, k -> random.ints(1 + random.nextInt(6), 0, 6).toArray());
        Arrays.stream(more).forEach(model::add);
        int[] context = words("<s> a b");
        assertThat(model.logProbability(context, 3, 2)).isNotCloseTo(model().logProbability(context, 3, 2), within(1e-6));

        Arrays.stream(more).forEach(model::remove);

        for (int word = 0; word < 6; word++) {
            for (int length = 0; length <= 3; length++) {
                assertThat(model.logProbability(context, length, word)).isEqualTo(model().logProbability(context, length, word));
            }
        }
    }
}
