package org.hydraworkbench.decode.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.hydraworkbench.decode.phrase.PhraseWeights.Feature;
import org.hydraworkbench.decode.Decoding;
import org.junit.jupiter.api.Test;

/** The search against every translation there is, written out. */
class PhraseSearchTest {

    private static final int WORDS = 5;
    private static final int TARGET_WORDS = 6;

    private final Random random = new Random(3);
    private final NgramModel language = new NgramModel();
    private final PhraseWeights weights = Decoding.usual().phrases();

    private List<List<List<PhraseOption>>> options() {
        List<List<List<PhraseOption>>> all = new ArrayList<>();
        for (int from = 0; from < WORDS; from++) {
            List<List<PhraseOption>> here = new ArrayList<>();
            for (int n = 1; n <= Math.min(2, WORDS - from); n++) {
                List<PhraseOption> same = new ArrayList<>();
                for (int k = 0; k < 2; k++) {
                    int[] words = random.ints(n == 1 && k == 1 ? 0 : n, 0, TARGET_WORDS).toArray();
                    double[] features = Feature.none();
                    features[Feature.TARGET_GIVEN_SOURCE.ordinal()] = -3 * random.nextDouble();
                    features[Feature.WORDS.ordinal()] = words.length;
                    features[Feature.PHRASES.ordinal()] = 1;
                    same.add(new PhraseOption(
                            from,
                            from + n,
                            words,
                            IntStream.of(words).mapToObj(Integer::toString).toList(),
                            PhraseOption.NOWHERE,
                            false,
                            features));
                }
                here.add(same);
            }
            all.add(here);
        }
        return all;
    }

    /** The best score of every translation, by all orders of all phrases that the limit of distortion allows. */
    private void enumerate(
            List<List<List<PhraseOption>>> options, List<PhraseOption> chosen, int covered, Map<List<String>, Double> scores) {
        if (covered == (1 << WORDS) - 1) {
            scores.merge(chosen.stream().flatMap(o -> o.forms().stream()).toList(), score(chosen), Math::max);
            return;
        }
        int end = chosen.isEmpty() ? 0 : chosen.getLast().to();
        int gap = Integer.numberOfTrailingZeros(~covered);
        for (List<List<PhraseOption>> here : options) {
            for (List<PhraseOption> same : here) {
                for (PhraseOption option : same) {
                    int mask = (1 << option.to()) - (1 << option.from());
                    boolean near = Math.abs(option.from() - end) <= 4 && (option.from() == gap || option.to() - gap <= 4);
                    if ((covered & mask) == 0 && near) {
                        chosen.add(option);
                        enumerate(options, chosen, covered | mask, scores);
                        chosen.removeLast();
                    }
                }
            }
        }
    }

    private double score(List<PhraseOption> chosen) {
        double[] features = Feature.none();
        List<Integer> words = new ArrayList<>(List.of(NgramModel.EDGE));
        int end = 0;
        for (PhraseOption option : chosen) {
            for (int f = 0; f < features.length; f++) {
                features[f] += option.features()[f];
            }
            features[Feature.DISTORTION.ordinal()] += Math.abs(option.from() - end);
            end = option.to();
            IntStream.of(option.words()).forEach(words::add);
        }
        words.add(NgramModel.EDGE);
        int[] all = words.stream().mapToInt(w -> w).toArray();
        for (int k = 1; k < all.length; k++) {
            features[Feature.LANGUAGE.ordinal()] += language.logProbability(all, k, all[k]);
        }
        return weights.score(features);
    }

    @Test
    void findsTheBestOfAllTranslationsInTheirOrder() {
        for (int k = 0; k < 40; k++) {
            language.add(random.ints(6, 0, TARGET_WORDS).toArray());
        }
        for (int trial = 0; trial < 20; trial++) {
            List<List<List<PhraseOption>>> options = options();
            Map<List<String>, Double> scores = new HashMap<>();
            enumerate(options, new ArrayList<>(), 0, scores);
            List<Double> expected = scores.values().stream().sorted((a, b) -> Double.compare(b, a)).limit(5).toList();

            List<PhraseSearch.Found> found = new PhraseSearch(options, language, weights, 10_000).best(5);

            assertThat(found).hasSize(5);
            for (int k = 0; k < 5; k++) {
                PhraseSearch.Found each = found.get(k);
                List<String> words = each.options().stream().flatMap(o -> o.forms().stream()).toList();
                assertThat(each.score()).isCloseTo(expected.get(k), within(1e-9));
                assertThat(weights.score(each.features())).isCloseTo(each.score(), within(1e-9));
                assertThat(scores.get(words)).isCloseTo(each.score(), within(1e-9));
            }
        }
    }
}
