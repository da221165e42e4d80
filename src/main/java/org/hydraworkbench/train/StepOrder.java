package org.hydraworkbench.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which examples of a direction make up each step. The endless sequence of epochs is cut into stretches of some steps; the examples of a
 * stretch are sorted by length and dealt out to its steps in a shuffled order, so that the rows of a batch are of about one length:
 * what they are filled up with costs as much as what they say. All follows from the seed.
 */
final class StepOrder {

    private static final int STRETCH = 16;

    private final int[] lengths;
    private final EpochOrder order;
    private final LongUnaryOperator before;
    private final int stretch;
    private final EpochOrder deal;
    private final int[][] dealt;
    private long held = -1;

    /**
     * An order of examples.
     *
     * @param lengths of the examples
     * @param before how many examples all steps before a step have
     */
    StepOrder(int[] lengths, long seed, LongUnaryOperator before) {
        this.lengths = lengths;
        this.order = new EpochOrder(lengths.length, seed);
        this.before = before;
        // No longer than an epoch: the same example twice in a step teaches no more than once.
        long most = Math.max(1, before.applyAsLong(STRETCH));
        this.stretch = Math.clamp((long) lengths.length * STRETCH / most, 1, STRETCH);
        this.deal = new EpochOrder(stretch, seed);
        this.dealt = new int[stretch][];
    }

    /** The examples of a step. */
    int[] items(long step) {
        if (step / stretch != held) {
            held = step / stretch;
            deal(held * stretch);
        }
        return dealt[(int) (step % stretch)];
    }

    private void deal(long first) {
        long from = before.applyAsLong(first);
        int[] items = IntStream.range(0, (int) (before.applyAsLong(first + stretch) - from))
                .mapToObj(k -> order.item(from + k))
                .sorted(Comparator.comparingInt(item -> lengths[item]))
                .mapToInt(item -> item)
                .toArray();
        int at = 0;
        for (int k = 0; k < stretch; k++) {
            int step = deal.item(first + k);
            int end = at + (int) (before.applyAsLong(first + step + 1) - before.applyAsLong(first + step));
            dealt[step] = Arrays.copyOfRange(items, at, end);
            at = end;
        }
    }
}
