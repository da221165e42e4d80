package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.align.AlignOptions;
import org.hydraworkbench.align.Alignment;
import org.hydraworkbench.align.AlignmentMetrics;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.format.LinkFile;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.Symmetrization;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/**
 * Time and alignment error rate of IBM model 1 in both directions with link extraction, beside fast_align's time on the same text.
 *
 * <p>Arguments: a folder with {@code bitext.gz} and {@code gold.talp}, the bitext's name in it, threads, and as the
 * baseline the processor seconds of fast_align (14 for 10,000 pairs of the Hansards on a machine of two cores).
 */
public final class AlignBench {

    private static final int ROUNDS = 3;

    private AlignBench() {}

    public static void main(String[] arguments) throws HydraException {
        Path folder = Path.of(arguments[0]);
        List<SentencePair> pairs = Bitexts.readAll(folder.resolve(arguments.length > 1 ? arguments[1] : "bitext.gz"));
        List<Alignment> gold = LinkFile.readAll(folder.resolve("gold.talp"));
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : Runtime.getRuntime().availableProcessors();
        double baseline = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 14;
        Segmenter spaces = Segmenter.of(Unit.GIVEN, null);
        AlignOptions options = AlignOptions.defaults().withThreads(threads);
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            BitextAligner.align(PairSource.of(pairs), spaces, spaces, options, Progress.none());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    "%,d pairs, %d threads: %.2f s, %.2f of fast_align's processor time (%.1f s)%n",
                    pairs.size(), threads, seconds, seconds * threads / baseline, baseline);
        }
        for (Symmetrization symmetrization : Symmetrization.values()) {
            BitextAligner.Outcome outcome = BitextAligner.align(
                    PairSource.of(pairs), spaces, spaces, options.withSymmetrization(symmetrization), Progress.none());
            List<Alignment> found = java.util.stream.IntStream.range(0, gold.size())
                    .mapToObj(outcome.links()::get)
                    .toList();
            System.out.printf(
                    "%-20s AER %.2f %%%n",
                    symmetrization.optionName(), 100 * AlignmentMetrics.score(gold, found).aer());
        }
        System.out.printf("used memory %d MiB%n", (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
    }
}
