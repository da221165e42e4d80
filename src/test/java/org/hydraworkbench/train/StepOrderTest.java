package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** 64 examples, of 1 to 64 tokens, four a step: an epoch of 16 steps. */
class StepOrderTest {

    private static final int[] LENGTHS = IntStream.rangeClosed(1, 64).toArray();

    private static StepOrder order(long seed) {
        return new StepOrder(LENGTHS, seed, step -> 4 * step);
    }

    private static List<Integer> lengths(StepOrder order, long step) {
        return Arrays.stream(order.items(step)).mapToObj(item -> LENGTHS[item]).toList();
    }

    @Test
    void theExamplesOfAStepAreNeighboursInLengthAndAnEpochHasEachOnce() {
        StepOrder order = order(1);
        for (int epoch = 0; epoch < 2; epoch++) {
            List<Integer> seen = new ArrayList<>();
            List<Integer> shortest = new ArrayList<>();
            for (int step = 0; step < 16; step++) {
                List<Integer> lengths = lengths(order, 16 * epoch + step);
                assertThat(lengths).hasSize(4);
                assertThat(lengths.getLast() - lengths.getFirst()).isEqualTo(3);
                shortest.add(lengths.getFirst());
                seen.addAll(lengths);
            }
            assertThat(seen).doesNotHaveDuplicates().hasSize(64);
            assertThat(shortest).as("steps come in no order of length").isNotEqualTo(shortest.stream().sorted().toList());
        }
    }

    @Test
    void aStepIsTheSameWhateverWasAskedBefore() {
        StepOrder order = order(7);
        List<Integer> later = lengths(order, 40);
        lengths(order, 3);
        assertThat(lengths(order, 40)).isEqualTo(later);
        assertThat(lengths(order(7), 40)).isEqualTo(later);
        assertThat(lengths(order(8), 40)).isNotEqualTo(later);
    }

    /** Two examples, three a step: they come again and again, and no step is short of one. */
    @Test
    void fewExamplesComeAgain() {
        StepOrder order = new StepOrder(new int[] {5, 9}, 1, step -> 3 * step);
        for (int step = 0; step < 20; step++) {
            assertThat(order.items(step)).hasSize(3).contains(0, 1);
        }
    }
}
