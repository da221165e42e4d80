package org.hydraworkbench.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.PhraseLearning;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.decode.phrase.Phrases.LinkedPair;

/**
 * What a large memory costs: taking linked pairs in, the heap that they need, a sentence by phrases (against a limit of 10 ms), looking up
 * sentences like it (20 ms) and a sentence by all that is known without a model.
 *
 * <p>Arguments: TRAIN TEST COUNT, two bitexts and how many pairs there are to be. Beyond those of TRAIN, which are linked first, two of these
 * drawn at random are put together, with their links.
 */
public final class KnowledgeBench {

    private static final double PHRASES_MS = 10;
    private static final double LIKE_MS = 20;
    private static final int SENTENCES = 300;

    private KnowledgeBench() {}

    public static void main(String[] arguments) throws Exception {
        List<SentencePair> train = Bitexts.readAll(Path.of(arguments[0]));
        List<SentencePair> test = Bitexts.readAll(Path.of(arguments[1]));
        int count = Integer.parseInt(arguments[2]);
        long start = System.nanoTime();
        Phrases linked = PhraseLearning.learn(PairSource.of(train), List.of(), AlignOptions.defaults(), Progress.none()).phrases();
        System.out.printf("%,d pairs linked: %.1f s%n", train.size(), seconds(start));
        long before = heap();
        start = System.nanoTime();
        Knowledge.Builder builder = new Knowledge.Builder();
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < count; k++) {
            if (k < train.size()) {
                builder.add(train.get(k), linked.pair(k));
            } else {
                int one = random.nextInt(train.size());
                int other = random.nextInt(train.size());
                builder.add(joined(train.get(one), train.get(other)), joined(linked.pair(one), linked.pair(other)));
            }
        }
        Knowledge knowledge = builder.build(texts -> linked.pair(0));
        double built = seconds(start);
        System.out.printf("%,d linked pairs taken in: %.1f s, %,d MiB more heap; load %.1f%n", count, built, (heap() - before) >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        Decoding usual = Decoding.usual();
        JudgedTranslator judged = new JudgedTranslator(knowledge, usual.phrases(), usual.judges(), Phrases.BEAM, null);
        List<String> sentences = test.stream().limit(SENTENCES).map(SentencePair::source).toList();
        for (String each : sentences) {
            judged.translate(each, Progress.none()); // until the code is compiled
        }
        tell("a sentence by phrases", PHRASES_MS, sentences, each -> knowledge.phrases().translate(each, usual.phrases(), Phrases.BEAM, 1));
        tell("sentences like it", LIKE_MS, sentences, knowledge::like);
        tell("a sentence by all that is known", Double.NaN, sentences, each -> judged.translate(each, Progress.none()));
    }

    private interface Use {
        void of(String sentence) throws Exception;
    }

    private static void tell(String what, double limit, List<String> sentences, Use use) throws Exception {
        double[] times = new double[sentences.size()];
        for (int k = 0; k < times.length; k++) {
            long start = System.nanoTime();
            use.of(sentences.get(k));
            times[k] = 1000 * seconds(start);
        }
        double mean = Arrays.stream(times).average().orElse(0);
        Arrays.sort(times);
        System.out.printf("%s: mean %.2f ms, median %.2f, 95 %% %.2f%s%n", what, mean, times[times.length / 2], times[times.length * 95 / 100],
                Double.isNaN(limit) ? "" : "; mean / limit of %.0f ms: %.2f".formatted(limit, mean / limit));
    }

    private static SentencePair joined(SentencePair one, SentencePair other) {
        return new SentencePair(one.source() + " " + other.source(), one.target() + " " + other.target());
    }

    private static LinkedPair joined(LinkedPair one, LinkedPair other) {
        List<String> source = new ArrayList<>(one.source());
        source.addAll(other.source());
        List<String> target = new ArrayList<>(one.target());
        target.addAll(other.target());
        List<Link> links = new ArrayList<>(one.links().links());
        for (Link link : other.links().links()) {
            links.add(new Link(one.source().size() + link.source(), one.target().size() + link.target(), link.state(), link.confidence()));
        }
        return new LinkedPair(source, target, Alignment.of(links));
    }

    private static long heap() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
