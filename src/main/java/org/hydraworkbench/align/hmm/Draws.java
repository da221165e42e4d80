package org.hydraworkbench.align.hmm;

/**
 * Random numbers that depend on nothing but what they are for, so that it does not matter which thread draws them: SplitMix64 (Steele,
 * Lea and Flood 2014), started anew for every sentence of every pass.
 */
final class Draws {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** Starts over; equal arguments give equal numbers. */
    Draws restart(long seed, long purpose, long item) {
        state = mix(mix(mix(seed) ^ purpose) ^ item);
        return this;
    }

    /** The next number, from 0 to before 1. */
    float next() {
        state += GOLDEN;
        return (mix(state) >>> 40) * 0x1.0p-24f;
    }

    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
