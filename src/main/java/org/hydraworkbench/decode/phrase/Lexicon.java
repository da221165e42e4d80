package org.hydraworkbench.decode.phrase;

import it.unimi.dsi.fastutil.doubles.DoubleArrayList;
import it.unimi.dsi.fastutil.longs.Long2DoubleOpenHashMap;
import java.util.Arrays;
import org.hydraworkbench.align.links.Links;

/**
 * Which word is translated by which, by the confidences of the links: c(s, t) is their sum, c(s, NULL) the sum over the occurrences of s
 * of the probability that no link is right, Π(1 − confidence). Probabilities are relative frequencies, in both directions.
 */
final class Lexicon {

    /** What a word has at least where nothing else explains it. */
    static final double FLOOR = 1e-4;

    private static final double OF_NOTHING = 0.3;

    private final Long2DoubleOpenHashMap pairs = new Long2DoubleOpenHashMap();
    private final DoubleArrayList sources = new DoubleArrayList();
    private final DoubleArrayList targets = new DoubleArrayList();
    private final DoubleArrayList sourceAlone = new DoubleArrayList();
    private final DoubleArrayList targetAlone = new DoubleArrayList();
    private double sourcesAlone;
    private double targetsAlone;

    /**
     * Adds or takes away a pair.
     *
     * @param sign 1 or −1
     */
    void add(int[] source, int[] target, Links links, int pair, int sign) {
        double[] sourceLeft = ones(source.length);
        double[] targetLeft = ones(target.length);
        links.forEach(pair, (i, j, confidence) -> {
            pairs.addTo(key(source[i], target[j]), sign * confidence);
            add(sources, source[i], sign * confidence);
            add(targets, target[j], sign * confidence);
            sourceLeft[i] *= 1 - confidence;
            targetLeft[j] *= 1 - confidence;
        });
        for (int i = 0; i < source.length; i++) {
            add(sourceAlone, source[i], sign * sourceLeft[i]);
            sourcesAlone += sign * sourceLeft[i];
        }
        for (int j = 0; j < target.length; j++) {
            add(targetAlone, target[j], sign * targetLeft[j]);
            targetsAlone += sign * targetLeft[j];
        }
    }

    /** P(target | source). */
    double targetGivenSource(int source, int target) {
        return share(pairs.get(key(source, target)), value(sources, source) + value(sourceAlone, source));
    }

    /** P(source | target). */
    double sourceGivenTarget(int source, int target) {
        return share(pairs.get(key(source, target)), value(targets, target) + value(targetAlone, target));
    }

    /** The probability that a source word has no translation. */
    double nothingGivenSource(int source) {
        return share(value(sourceAlone, source), value(sources, source) + value(sourceAlone, source));
    }

    /** Σ over target words of the logarithm of their best translation probability from any of the source words. */
    double logTarget(int[] source, int from, int to, int[] target) {
        double sum = 0;
        for (int t : target) {
            double best = Math.max(FLOOR, OF_NOTHING * share(value(targetAlone, t), targetsAlone));
            for (int i = from; i < to; i++) {
                best = Math.max(best, targetGivenSource(source[i], t));
            }
            sum += Math.log(best);
        }
        return sum;
    }

    /** Σ over source words of the logarithm of their best translation probability from any of the target words. */
    double logSource(int[] source, int from, int to, int[] target) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            double best = Math.max(FLOOR, OF_NOTHING * share(value(sourceAlone, source[i]), sourcesAlone));
            for (int t : target) {
                best = Math.max(best, sourceGivenTarget(source[i], t));
            }
            sum += Math.log(best);
        }
        return sum;
    }

    private static double[] ones(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static void add(DoubleArrayList list, int index, double value) {
        if (index >= list.size()) {
            list.size(index + 1);
        }
        list.set(index, list.getDouble(index) + value);
    }

    private static double value(DoubleArrayList list, int index) {
        return index >= 0 && index < list.size() ? list.getDouble(index) : 0;
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }

    private static long key(int source, int target) {
        return (long) source << 32 | target & 0xFFFFFFFFL;
    }
}
