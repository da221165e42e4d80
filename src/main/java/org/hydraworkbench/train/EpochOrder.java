package org.hydraworkbench.train;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** A new order of {@code size} items in each epoch, all following from a seed. */
final class EpochOrder {

    private final int size;
    private final long seed;
    private long epoch = -1;
    private int[] order = {};

    EpochOrder(int size, long seed) {
        this.size = size;
        this.seed = seed;
    }

    /** Which item comes at {@code position} of the endless sequence of epochs. */
    int item(long position) {
        long wanted = epoch(position);
        if (wanted != epoch) {
            order = shuffled(wanted);
            epoch = wanted;
        }
        return order[(int) (position % size)];
    }

    /** The epoch that {@code position} lies in. */
    long epoch(long position) {
        return position / size;
    }

    private int[] shuffled(long number) {
        int[] items = new int[size];
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + number);
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            items[i] = items[j];
            items[j] = i;
        }
        return items;
    }
}
