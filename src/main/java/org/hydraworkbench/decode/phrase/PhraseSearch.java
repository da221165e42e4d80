package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;

/**
 * The search for the best translations by phrases: stacks of hypotheses by the number of source words that they cover (Koehn et al. 2003),
 * hypotheses that nothing later can tell apart become one, what is left is estimated beforehand.
 */
final class PhraseSearch {

    private static final int DISTORTION_LIMIT = 4;

    /**
     * A translation.
     *
     * @param options the phrases in the order of the target
     * @param features sums, by {@link Feature#ordinal}
     */
    record Found(List<PhraseOption> options, double[] features, double score) {}

    /** An option with what it adds to a score, whatever stands before it. */
    private record Estimated(PhraseOption option, double own) {}

    private final int length;
    private final List<List<List<Estimated>>> options = new ArrayList<>();
    private final NgramModel language;
    private final PhraseWeights weights;
    private final int beam;
    private final double[][] future;

    /**
     * @param options by first word and by number of words less one; every word has one at least
     */
    PhraseSearch(List<List<List<PhraseOption>>> options, NgramModel language, PhraseWeights weights, int beam) {
        this.length = options.size();
        this.language = language;
        this.weights = weights;
        this.beam = beam;
        this.future = future(options);
    }

    private double[][] future(List<List<List<PhraseOption>>> all) {
        double[][] best = new double[length + 1][length + 1];
        for (double[] row : best) {
            Arrays.fill(row, Double.NEGATIVE_INFINITY);
        }
        for (int from = 0; from < length; from++) {
            List<List<Estimated>> here = new ArrayList<>();
            for (List<PhraseOption> same : all.get(from)) {
                List<Estimated> estimated = new ArrayList<>();
                for (PhraseOption option : same) {
                    double own = weights.score(option.features()) + weights.of(Feature.LANGUAGE) * inside(option);
                    estimated.add(new Estimated(option, own));
                    best[from][option.to()] = Math.max(best[from][option.to()], own);
                }
                estimated.sort(Comparator.comparingDouble(e -> -e.own));
                here.add(estimated);
            }
            options.add(here);
        }
        for (int n = 2; n <= length; n++) {
            for (int from = 0; from + n <= length; from++) {
                for (int middle = from + 1; middle < from + n; middle++) {
                    best[from][from + n] = Math.max(best[from][from + n], best[from][middle] + best[middle][from + n]);
                }
            }
        }
        return best;
    }

    private double inside(PhraseOption option) {
        double sum = 0;
        for (int k = 0; k < option.words().length; k++) {
            sum += language.logProbability(option.words(), k, option.words()[k]);
        }
        return sum;
    }

    /** The best translations, the best first, no two with the same words. */
    List<Found> best(int most) {
        List<Map<Hypothesis.State, Hypothesis>> stacks = new ArrayList<>();
        for (int k = 0; k <= length; k++) {
            stacks.add(new HashMap<>());
        }
        Hypothesis first = new Hypothesis(null, null, 0, 0, 0, new int[] {NgramModel.EDGE}, 0, 0, future[0][length]);
        stacks.getFirst().put(first.state(), first);
        double[] thresholds = new double[length + 1];
        Arrays.fill(thresholds, Double.NEGATIVE_INFINITY);
        for (int covered = 0; covered < length; covered++) {
            for (Hypothesis hypothesis : pruned(stacks.get(covered).values())) {
                expand(hypothesis, covered, stacks, thresholds);
            }
        }
        return BestPaths.of(pruned(stacks.get(length).values()), most);
    }

    private List<Hypothesis> pruned(Collection<Hypothesis> hypotheses) {
        return hypotheses.stream().sorted(Comparator.comparingDouble(h -> -h.total)).limit(beam).toList();
    }

    private void expand(Hypothesis hypothesis, int covered, List<Map<Hypothesis.State, Hypothesis>> stacks, double[] thresholds) {
        int last = Math.min(length - 1, hypothesis.end + DISTORTION_LIMIT);
        for (int from = hypothesis.gap; from <= last; from++) {
            if (hypothesis.isCovered(from) || Math.abs(from - hypothesis.end) > DISTORTION_LIMIT) {
                continue;
            }
            for (int n = 1; n <= options.get(from).size() && from + n <= length && !hypothesis.isCovered(from + n - 1); n++) {
                int to = from + n;
                if (from > hypothesis.gap && to - hypothesis.gap > DISTORTION_LIMIT) {
                    break;
                }
                List<Estimated> same = options.get(from).get(n - 1);
                if (!same.isEmpty()) {
                    apply(hypothesis, from, to, same, stacks.get(covered + n), covered + n, thresholds);
                }
            }
        }
    }

    private void apply(
            Hypothesis hypothesis, int from, int to, List<Estimated> same, Map<Hypothesis.State, Hypothesis> stack, int covered,
            double[] thresholds) {
        int gap = hypothesis.gap;
        long mask = hypothesis.mask;
        if (from == gap) {
            int moved = to - gap;
            mask = moved >= Long.SIZE ? 0 : mask >>> moved;
            gap = to;
            while ((mask & 1) != 0) {
                mask >>>= 1;
                gap++;
            }
        } else {
            mask |= (1L << to - from) - 1 << from - gap;
        }
        double rest = rest(gap, mask);
        double jump = weights.of(Feature.DISTORTION) * Math.abs(from - hypothesis.end);
        for (Estimated each : same) {
            PhraseOption option = each.option;
            double estimate = hypothesis.score + each.own + jump + rest;
            if (estimate < thresholds[covered] - 2) {
                break;
            }
            int[] context = hypothesis.context;
            double words = 0;
            if (option.words().length > 0) {
                int[] all = Arrays.copyOf(context, context.length + option.words().length + 1);
                System.arraycopy(option.words(), 0, all, context.length, option.words().length);
                int size = context.length;
                for (int word : option.words()) {
                    words += language.logProbability(all, size++, word);
                }
                context = Arrays.copyOfRange(all, Math.max(0, size - NgramModel.ORDER + 1), size);
            }
            if (covered == length) {
                words += language.logProbability(context, context.length, NgramModel.EDGE);
            }
            double score = hypothesis.score + weights.score(option.features()) + weights.of(Feature.LANGUAGE) * words + jump;
            Hypothesis next = new Hypothesis(hypothesis, option, gap, mask, to, context, words, score, score + rest);
            add(stack, next, thresholds, covered);
        }
    }

    private void add(Map<Hypothesis.State, Hypothesis> stack, Hypothesis next, double[] thresholds, int covered) {
        Hypothesis.State state = next.state();
        Hypothesis there = stack.get(state);
        if (there == null) {
            stack.put(state, next);
            if (stack.size() >= 2 * beam && stack.size() % beam == 0) {
                List<Hypothesis> kept = pruned(stack.values());
                thresholds[covered] = kept.getLast().total;
                stack.clear();
                kept.forEach(h -> stack.put(h.state(), h));
            }
        } else if (there.score >= next.score) {
            there.others.add(next);
        } else {
            next.others.addAll(there.others);
            there.others.clear();
            next.others.add(there);
            stack.put(state, next);
        }
    }

    private double rest(int gap, long mask) {
        double sum = 0;
        int from = gap;
        for (int at = 0; at < Long.SIZE && mask >>> at != 0; at++) {
            if ((mask >>> at & 1) != 0) {
                if (gap + at > from) {
                    sum += future[from][gap + at];
                }
                from = gap + at + 1;
            }
        }
        return from < length ? sum + future[from][length] : sum;
    }
}
