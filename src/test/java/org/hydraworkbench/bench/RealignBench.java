package org.hydraworkbench.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hydraworkbench.align.Aligned;
import org.hydraworkbench.align.BitextAligner;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;

/**
 * What it costs to align again after one sentence was confirmed: the whole step, cutting into words, training and extraction of
 * links, once from nothing and then from the links there are. Prints wall and processor seconds, the ratio of the latter, and how many links
 * stayed. The first run of each kind also pays for the JVM's compiler.
 *
 * <p>Arguments: BITEXT [PAIRS [TURNS]].
 */
public final class RealignBench {

    private static final Segmenter WORDS = Segmenter.of(Unit.WORD, null);

    private RealignBench() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws HydraException {
        List<SentencePair> all = Bitexts.readAll(Path.of(arguments[0]));
        List<SentencePair> pairs =
                arguments.length > 1 ? all.subList(0, Math.min(all.size(), Integer.parseInt(arguments[1]))) : all;
        int turns = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        AlignOptions options = AlignOptions.defaults().withModel(AlignmentMethod.HMM_FERTILITY);
        Clock cold = new Clock();
        Links links = align(pairs, part -> TrainingData.of(part.bitext()), options);
        cold.stop();
        System.out.printf(
                Locale.ROOT,
                "%,d pairs, %d threads: from nothing %.2f s, processor %.2f s; load %.1f%n",
                pairs.size(), options.threads(), cold.wall, cold.processor, load());
        for (int turn = 0; turn < turns; turn++) {
            Links before = links;
            int confirmed = turn;
            Verdict verdict = new Verdict(before.get(confirmed), true);
            Clock warm = new Clock();
            links = align(
                    pairs,
                    part -> TrainingData.of(part.bitext())
                            .withSupervision(new Supervision(List.of(), Map.of(confirmed, verdict)))
                            .withStart(before),
                    options);
            warm.stop();
            System.out.printf(
                    Locale.ROOT,
                    "after a confirmed sentence %.2f s, processor %.2f s, %.3f of from nothing; %.1f %% of links stayed; load %.1f%n",
                    warm.wall, warm.processor, warm.processor / cold.processor, 100 * stayed(before, links), load());
        }
    }

    private static Links align(List<SentencePair> pairs, BitextAligner.Knowledge knowledge, AlignOptions options)
            throws HydraException {
        return Aligned.of(PairSource.of(pairs), WORDS, WORDS, knowledge, options).links();
    }

    /** Measures wall time and what the process's threads worked, in seconds. */
    private static final class Clock {

        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        private double wall = System.nanoTime() / 1e9;
        private double processor = SYSTEM.getProcessCpuTime() / 1e9;

        void stop() {
            wall = System.nanoTime() / 1e9 - wall;
            processor = SYSTEM.getProcessCpuTime() / 1e9 - processor;
        }
    }

    private static double stayed(Links before, Links after) {
        long same = 0;
        for (int p = 0; p < before.size(); p++) {
            Alignment now = after.get(p);
            for (Link link : before.get(p).links()) {
                same += now.state(link.source(), link.target()) == null ? 0 : 1;
            }
        }
        return (double) same / before.total();
    }

    private static double load() {
        return Clock.SYSTEM.getSystemLoadAverage();
    }
}
