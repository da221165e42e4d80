package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.align.PortableModel;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.PairPosteriors;
import org.hydraworkbench.align.model.UnitForms;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/**
 * How long a heatmap waits for the probabilities of its pair: milliseconds for the full matrix of the longest pairs, the first ones in a JVM that
 * has never computed any, then again; beside the 50 ms that are allowed.
 *
 * <p>Arguments: MODEL BITEXT [PAIRS [ROUNDS]]. MODEL is what {@code hydra align --save-model} wrote; of the first PAIRS pairs (447) of BITEXT the ten
 * longest are taken, cut at spaces, ROUNDS (20) times.
 */
public final class PosteriorsBench {

    private static final double ALLOWED = 50;
    private static final int LONGEST = 10;
    private static final Segmenter SPACES = Segmenter.of(Unit.GIVEN, null);

    private PosteriorsBench() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws HydraException {
        long start = System.nanoTime();
        AlignmentModel model = PortableModel.load(Path.of(arguments[0])).model();
        System.out.printf(Locale.ROOT, "model read in %.0f ms%n", milliseconds(start));
        int pairs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 447;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 20;
        List<SentencePair> all = Bitexts.readAll(Path.of(arguments[1]));
        Map<SentencePair, Integer> cells = new LinkedHashMap<>();
        for (SentencePair pair : all.subList(0, Math.min(pairs, all.size()))) {
            cells.put(pair, SPACES.segment(pair.source()).size() * SPACES.segment(pair.target()).size());
        }
        List<SentencePair> longest = cells.keySet().stream()
                .sorted(Comparator.comparing(cells::get).reversed())
                .limit(LONGEST)
                .toList();
        for (int round = 0; round < rounds; round++) {
            StringBuilder line = new StringBuilder();
            double[] times = new double[longest.size()];
            for (int k = 0; k < times.length; k++) {
                SentencePair pair = longest.get(k);
                UnitForms source = model.method().units(SPACES.segment(pair.source()));
                UnitForms target = model.method().units(SPACES.segment(pair.target()));
                long from = System.nanoTime();
                PairPosteriors posteriors = model.posteriorsOfTrained(source, target);
                times[k] = milliseconds(from);
                line.append(String.format(Locale.ROOT, " %d×%d %.1f", posteriors.sources(), posteriors.targets(), times[k]));
            }
            double most = Arrays.stream(times).max().orElse(0);
            System.out.printf(Locale.ROOT, "round %d: most %.1f ms, %.2f of what is allowed:%s%n", round, most, most / ALLOWED, line);
        }
    }

    private static double milliseconds(long from) {
        return (System.nanoTime() - from) / 1e6;
    }
}
