package org.hydraworkbench.decode.phrase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.PartProgress;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;

/**
 * Learns weights from sentences with their translations that the phrases have not seen: makes lists of the best translations, looks for the
 * weights whose first choices are nearest to the references, makes lists with these, and so on (Och 2003, with random steps along one weight
 * at a time in place of his line search). What is maximised is chrF + BLEU / 2 of all sentences together; chrF alone makes translations too
 * long. What a person's pairs count for is not learnt, the sentences tell nothing of it. The same seed gives the same weights, with any number of threads.
 */
public final class PhraseTuning {

    private static final int ROUNDS = 3;
    private static final int BEST = 60;
    private static final int STARTS = 6;
    private static final int STEPS = 1500;

    /** About the share of a round's time that making lists takes. */
    private static final double LISTS = .5;

    /** A translation with its counts for both measures. */
    private record Scored(double[] features, long[] chrf, long[] bleu) {}

    private static final Chrf CHRF = Chrf.chrf();
    private static final Bleu BLEU = Bleu.bleu();

    private final Phrases phrases;
    private final List<SentencePair> pairs;
    private final List<List<Scored>> lists = new ArrayList<>();
    private final List<Set<String>> seen = new ArrayList<>();
    private final Random random;

    private PhraseTuning(Phrases phrases, List<SentencePair> pairs, long seed) {
        this.phrases = phrases;
        this.pairs = pairs;
        this.random = new Random(seed);
        for (int k = 0; k < pairs.size(); k++) {
            lists.add(new ArrayList<>());
            seen.add(new HashSet<>());
        }
    }

    /**
     * Learns weights.
     *
     * @param pairs sentences and their translations, at least one
     * @param start where to begin
     */
    public static PhraseWeights learn(
            Phrases phrases, List<SentencePair> pairs, PhraseWeights start, int beam, int threads, long seed, Progress progress)
            throws HydraException {
        PhraseTuning tuning = new PhraseTuning(phrases, pairs, seed);
        double[] best = start.values();
        for (int round = 0; round < ROUNDS; round++) {
            Progress inRound = new PartProgress(progress, (double) round / ROUNDS, (round + 1.0) / ROUNDS);
            tuning.addLists(new PhraseWeights(best), beam, threads, new PartProgress(inRound, 0, LISTS));
            double[] from = best;
            double bestScore = tuning.score(best);
            double before = bestScore;
            for (int s = 0; s < STARTS; s++) {
                double[] weights = from.clone();
                if (s > 0) {
                    for (int k = 0; k < Feature.CONFIRMED.ordinal(); k++) {
                        weights[k] += 2 * tuning.random.nextDouble() - 1;
                    }
                }
                double score = tuning.climb(weights, progress);
                inRound.update(STARTS + s + 1L, 2L * STARTS);
                if (score > bestScore) {
                    bestScore = score;
                    best = weights;
                }
            }
            progress.log("Round %d of %d: chrF + BLEU / 2 of the lists from %.2f to %.2f".formatted(round + 1, ROUNDS, before, bestScore));
        }
        return new PhraseWeights(scaled(best, start.values()));
    }

    /** The weights as large, all together, as those at the start: only so does what a person's pairs count for keep its meaning beside them. */
    private static double[] scaled(double[] weights, double[] start) {
        double factor = size(start) / Math.max(size(weights), Double.MIN_NORMAL);
        double[] scaled = weights.clone();
        for (int k = 0; k < Feature.CONFIRMED.ordinal(); k++) {
            scaled[k] *= factor;
        }
        return scaled;
    }

    private static double size(double[] weights) {
        return Arrays.stream(weights, 0, Feature.CONFIRMED.ordinal()).map(Math::abs).sum();
    }

    private void addLists(PhraseWeights weights, int beam, int threads, Progress progress) throws HydraException {
        progress.message("Translating");
        try (Workers workers = new Workers(threads)) {
            workers.run(pairs.size(), progress, (k, worker) -> {
                String reference = pairs.get(k).target();
                for (Phrases.Candidate each : phrases.translate(pairs.get(k).source(), weights, beam, BEST)) {
                    if (seen.get(k).add(each.text())) {
                        lists.get(k).add(new Scored(
                                each.features(), CHRF.statistics(each.text(), reference), BLEU.statistics(each.text(), reference)));
                    }
                }
            });
        }
    }

    private double climb(double[] weights, Progress progress) throws HydraException {
        double score = score(weights);
        for (int step = 0; step < STEPS; step++) {
            progress.checkCancelled();
            int k = random.nextInt(Feature.CONFIRMED.ordinal());
            double old = weights[k];
            weights[k] += random.nextGaussian() * (step < STEPS / 2 ? 0.4 : 0.1);
            double now = score(weights);
            if (now > score) {
                score = now;
            } else {
                weights[k] = old;
            }
        }
        return score;
    }

    private double score(double[] weights) {
        long[] chrf = new long[lists.getFirst().getFirst().chrf.length];
        long[] bleu = new long[lists.getFirst().getFirst().bleu.length];
        for (List<Scored> list : lists) {
            Scored best = list.getFirst();
            double most = Double.NEGATIVE_INFINITY;
            for (Scored each : list) {
                double value = 0;
                for (int f = 0; f < weights.length; f++) {
                    value += weights[f] * each.features[f];
                }
                if (value > most) {
                    most = value;
                    best = each;
                }
            }
            add(chrf, best.chrf);
            add(bleu, best.bleu);
        }
        return CHRF.score(chrf) + BLEU.score(bleu) / 2;
    }

    private static void add(long[] sum, long[] counts) {
        for (int k = 0; k < sum.length; k++) {
            sum[k] += counts[k];
        }
    }
}
