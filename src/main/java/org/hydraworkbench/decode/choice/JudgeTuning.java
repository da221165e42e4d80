package org.hydraworkbench.decode.choice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.jspecify.annotations.Nullable;

/**
 * Learns what traits count for from lists of candidates with their references: the weights for which a choice by the softmax of the scores
 * has the highest expected quality (Smith and Eisner 2006), Σ over sentences and candidates h of softmax(w · f)ₕ uₕ / 10 − 0.3 |w − v|², where v
 * are the weights that one begins with, times 1 / (1 + (n / 100)²) with n sentences: few move them little, and many need none. The
 * quality u is chrF + BLEU / 4 of the sentence, BLEU with one added to matches and n-grams from the second order on (Lin and Och 2004).
 */
public final class JudgeTuning {

    private static final double SCALE = 10;
    private static final double PENALTY = .3;
    private static final double PRIOR = 100;
    private static final double BLEU_SHARE = .25;
    private static final int STEPS = 400;
    private static final double RATE = .05;
    private static final int LEAST_IN_STEP = 20;
    private static final double RIDGE = 3;

    private static final Chrf CHRF = Chrf.chrf();
    private static final Bleu BLEU = Bleu.bleu();

    /** A sentence's candidates: their traits, and how good they are by the reference. */
    private record Example(double[][] traits, double[] quality, double[] chrf) {}

    private final List<Example> examples = new ArrayList<>();

    /**
     * Learns from sentences with their translations that the knowledge does not have.
     *
     * @param start what candidates are found by; of its judges, the one for when there is a model is learnt if there is one, else the other
     * @param pairs at least one
     */
    public static Judges learn(
            Knowledge knowledge,
            PhraseWeights weights,
            Judges start,
            int beam,
            @Nullable HydraJudge model,
            List<SentencePair> pairs,
            int threads,
            Progress progress)
            throws HydraException {
        JudgeTuning tuning = looking(knowledge, weights, start.learning(), beam, model, pairs, threads, progress);
        progress.message("Learning what they are chosen by");
        return model == null
                ? new Judges(tuning.learn(start.alone(), Trait.OF_MODEL, progress), start.withModel())
                : new Judges(start.alone(), tuning.learn(Objects.requireNonNull(start.learning().withModel()), Set.of(), progress));
    }

    /**
     * A judge that chooses as before where there is no model, and expects of its choice what came true of these sentences.
     *
     * @param start what candidates are found and chosen by
     * @param pairs sentences with their translations that the knowledge does not have, at least one
     */
    public static Judges expecting(
            Knowledge knowledge,
            PhraseWeights weights,
            Judges start,
            int beam,
            List<SentencePair> pairs,
            int threads,
            Progress progress)
            throws HydraException {
        Judge judge = start.alone();
        JudgeTuning tuning = looking(knowledge, weights, start, beam, null, pairs, threads, progress);
        return new Judges(
                new Judge(judge.means(), judge.deviations(), judge.weights(), tuning.expectation(judge)), start.withModel());
    }

    /** Looks at the candidates of each sentence. */
    private static JudgeTuning looking(
            Knowledge knowledge,
            PhraseWeights weights,
            Judges judges,
            int beam,
            @Nullable HydraJudge model,
            List<SentencePair> pairs,
            int threads,
            Progress progress)
            throws HydraException {
        JudgedTranslator translator = new JudgedTranslator(knowledge, weights, judges, beam, model);
        JudgedTranslator.Looked[] looked = new JudgedTranslator.Looked[pairs.size()];
        progress.message("Collecting translations");
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(model == null ? threads : 1)) {
            workers.run(pairs.size(), progress, (k, worker) -> {
                looked[k] = translator.look(pairs.get(k).source(), progress);
                progress.update(done.incrementAndGet(), pairs.size());
            });
        }
        JudgeTuning tuning = new JudgeTuning();
        for (int k = 0; k < looked.length; k++) {
            if (looked[k].byModel() == (model != null)) {
                tuning.add(looked[k].list(), looked[k].traits(), pairs.get(k).target());
            }
        }
        if (tuning.examples.isEmpty()) {
            throw new InputException("The model could read none of the sentences to learn from.");
        }
        return tuning;
    }

    /** Adds a sentence with its candidates and what was looked at of them, a row for each. */
    void add(CandidateList list, double[][] traits, String reference) {
        List<String> texts = list.candidates().stream().map(Candidate::text).toList();
        examples.add(new Example(
                traits,
                texts.stream().mapToDouble(text -> CHRF.sentence(text, reference) + bleu(text, reference) * BLEU_SHARE).toArray(),
                texts.stream().mapToDouble(text -> CHRF.sentence(text, reference)).toArray()));
    }

    /** BLEU of a sentence, smoothed. */
    private static double bleu(String text, String reference) {
        long[] counts = BLEU.statistics(text, reference);
        int orders = (counts.length - 2) / 2;
        double logarithms = 0;
        for (int n = 1; n <= orders; n++) {
            int more = n == 1 ? 0 : 1;
            logarithms += Math.log((counts[1 + n] + more) / (double) Math.max(1, counts[1 + orders + n] + more)) / orders;
        }
        return 100 * Math.exp(logarithms + Math.min(0, 1 - (double) counts[1] / Math.max(1, counts[0])));
    }

    /**
     * What is learnt from all that was added, at least one sentence.
     *
     * @param start whose weights count while there are few sentences
     * @param without traits that are not to count
     */
    Judge learn(Judge start, Set<Trait> without, Progress progress) throws CancelledException {
        int traits = Trait.values().length;
        double[] means = new double[traits];
        double[] deviations = new double[traits];
        standardise(means, deviations);
        Judge plain = new Judge(means, deviations, new double[traits], Expectation.level(0));
        List<Example> standard = examples.stream()
                .map(e -> new Example(Arrays.stream(e.traits).map(plain::standard).toArray(double[][]::new), e.quality, e.chrf))
                .toList();
        double[] from = start.weights();
        double[] before = start.deviations();
        double share = 1 / (1 + Math.pow(examples.size() / PRIOR, 2));
        Arrays.setAll(from, k -> share * from[k] * deviations[k] / before[k]);
        without.forEach(trait -> from[trait.ordinal()] = 0);
        double[] weights = climb(standard, from, without, progress);
        Judge judge = new Judge(means, deviations, weights, Expectation.level(0));
        return new Judge(means, deviations, weights, expectation(judge));
    }

    private void standardise(double[] means, double[] deviations) {
        long count = examples.stream().mapToLong(example -> example.traits.length).sum();
        for (Example example : examples) {
            for (double[] row : example.traits) {
                Arrays.setAll(means, k -> means[k] + row[k] / count);
            }
        }
        for (Example example : examples) {
            for (double[] row : example.traits) {
                Arrays.setAll(deviations, k -> deviations[k] + (row[k] - means[k]) * (row[k] - means[k]) / count);
            }
        }
        Arrays.setAll(deviations, k -> deviations[k] < 1e-12 ? 1 : Math.sqrt(deviations[k]));
    }

    /** Goes uphill with steps that adapt to each weight (Adam: Kingma and Ba 2015). */
    private static double[] climb(List<Example> examples, double[] from, Set<Trait> without, Progress progress) throws CancelledException {
        int traits = Trait.values().length;
        double[] weights = from.clone();
        double[] first = new double[traits];
        double[] second = new double[traits];
        for (int step = 1; step <= STEPS; step++) {
            progress.checkCancelled();
            double[] slope = new double[traits];
            for (Example example : examples) {
                addSlope(example, weights, slope);
            }
            without.forEach(trait -> slope[trait.ordinal()] = 0);
            for (int k = 0; k < traits; k++) {
                double gradient = slope[k] - 2 * PENALTY * (weights[k] - from[k]);
                first[k] = .9 * first[k] + .1 * gradient;
                second[k] = .999 * second[k] + .001 * gradient * gradient;
                double size = Math.sqrt(second[k] / (1 - Math.pow(.999, step)));
                weights[k] += RATE * first[k] / (1 - Math.pow(.9, step)) / (size + 1e-12);
            }
        }
        return weights;
    }

    private static void addSlope(Example example, double[] weights, double[] slope) {
        int count = example.traits.length;
        double[] shares = new double[count];
        double most = Double.NEGATIVE_INFINITY;
        for (int h = 0; h < count; h++) {
            for (int k = 0; k < weights.length; k++) {
                shares[h] += weights[k] * example.traits[h][k];
            }
            most = Math.max(most, shares[h]);
        }
        double sum = 0;
        for (int h = 0; h < count; h++) {
            shares[h] = Math.exp(shares[h] - most);
            sum += shares[h];
        }
        double mean = 0;
        for (int h = 0; h < count; h++) {
            shares[h] /= sum;
            mean += shares[h] * example.quality[h];
        }
        for (int h = 0; h < count; h++) {
            double pull = shares[h] * (example.quality[h] - mean) / SCALE;
            for (int k = 0; k < weights.length; k++) {
                slope[k] += pull * example.traits[h][k];
            }
        }
    }

    private static List<Expectation.Range> met(double[][] rows) {
        return IntStream.range(0, Trait.values().length)
                .mapToObj(k -> Arrays.stream(rows).mapToDouble(row -> row[k]).summaryStatistics())
                .map(seen -> new Expectation.Range(seen.getMin(), seen.getMax()))
                .toList();
    }

    /** Ridge regression of the chosen candidates' chrF, then isotonic regression from its estimates. */
    private Expectation expectation(Judge judge) {
        int traits = Trait.values().length;
        double[][] rows = new double[examples.size()][];
        double[] chrf = new double[examples.size()];
        for (int s = 0; s < rows.length; s++) {
            Judge.Choice choice = judge.choose(examples.get(s).traits);
            rows[s] = Arrays.copyOf(judge.standard(examples.get(s).traits[choice.candidate()]), traits + 2);
            rows[s][traits] = Math.log(choice.probability());
            rows[s][traits + 1] = 1;
            chrf[s] = examples.get(s).chrf[choice.candidate()];
        }
        double[] solved = Ridge.solve(rows, chrf, RIDGE);
        List<Double> weights = Arrays.stream(solved, 0, traits).boxed().toList();
        Expectation linear = new Expectation(solved[traits + 1], weights, solved[traits], Expectation.level(0).honest(), List.of());
        double[] estimates = IntStream.range(0, rows.length)
                .mapToDouble(s -> linear.estimate(Arrays.copyOf(rows[s], traits), Math.exp(rows[s][traits])))
                .toArray();
        return new Expectation(
                linear.constant(), linear.weights(), linear.probability(), Isotonic.fit(estimates, chrf, LEAST_IN_STEP), met(rows));
    }
}
