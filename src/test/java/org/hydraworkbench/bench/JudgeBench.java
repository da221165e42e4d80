package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.HydraJudge;
import org.hydraworkbench.decode.choice.JudgeTuning;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.JudgedTranslator.Answer;
import org.hydraworkbench.decode.choice.Judges;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * The choice among translations: how good, against copying the source and the best by phrases, how honest its confidence is (the expected
 * calibration error over ten bins of as many sentences), and how fast.
 *
 * <p>Arguments: TRAIN TEST DEV [MODEL FROM TO]; DEV is a bitext that the judge learns from, or - for the usual judge. With MODEL, a Hydra
 * writes too, and judges where DEV teaches how far to trust it.
 */
public final class JudgeBench {

    private static final int BINS = 10;
    private static final Chrf CHRF = Chrf.chrf();
    private static final Bleu BLEU = Bleu.bleu();

    private final List<SentencePair> test;
    private final List<String> references;

    private JudgeBench(List<SentencePair> test) {
        this.test = test;
        this.references = test.stream().map(SentencePair::target).toList();
    }

    public static void main(String[] arguments) throws Exception {
        Knowledge knowledge = Knowledge.learn(
                PairSource.of(Bitexts.readAll(Path.of(arguments[0]))), List.of(), AlignOptions.defaults(), Progress.none());
        JudgeBench bench = new JudgeBench(Bitexts.readAll(Path.of(arguments[1])));
        bench.print("copying the source", bench.test.stream().map(SentencePair::source).toList());
        Decoding usual = Decoding.usual();
        bench.print("the best by phrases", bench.test.stream()
                .map(pair -> knowledge.phrases().translate(pair.source(), usual.phrases(), Phrases.BEAM, 1).getFirst().text())
                .toList());
        List<SentencePair> dev = arguments[2].equals("-") ? List.of() : Bitexts.readAll(Path.of(arguments[2]));
        if (arguments.length == 3) {
            bench.judge(knowledge, usual, dev, null);
            return;
        }
        try (TensorRuntime runtime = TensorRuntime.open(RuntimeOptions.defaults());
                HydraModel hydra = HydraModel.open(runtime, Path.of(arguments[3]), Progress.none())) {
            bench.judge(knowledge, usual, dev, new HydraJudge(
                    hydra,
                    LanguageTag.parse(arguments[4]),
                    LanguageTag.parse(arguments[5]),
                    hydra.manifest().templates().getFirst(),
                    GenerationOptions.greedy(128)));
        }
    }

    private void judge(Knowledge knowledge, Decoding usual, List<SentencePair> dev, @Nullable HydraJudge model) throws Exception {
        int threads = AlignOptions.defaults().threads();
        Judges judges = usual.judges();
        if (!dev.isEmpty()) {
            long start = System.nanoTime();
            judges = JudgeTuning.learn(knowledge, usual.phrases(), judges, Phrases.BEAM, model, dev, threads, Progress.none());
            System.out.printf("learnt from %,d sentences in %.1f s%n", dev.size(), seconds(start));
        }
        JudgedTranslator translator = new JudgedTranslator(knowledge, usual.phrases(), judges, Phrases.BEAM, model);
        long start = System.nanoTime();
        List<Answer> answers = new ArrayList<>();
        for (SentencePair pair : test) {
            answers.add(translator.translate(pair.source(), Progress.none()));
        }
        System.out.printf("a sentence: %.1f ms%n", 1000 * seconds(start) / test.size());
        print("judged", answers.stream().map(Answer::text).toList());
        System.out.printf("error of the confidence: %.2f chrF%n", calibrationError(answers));
    }

    private void print(String what, List<String> texts) {
        System.out.printf("%s: chrF %.2f BLEU %.2f%n", what, CHRF.corpus(texts, references), BLEU.corpus(texts, references));
    }

    private double calibrationError(List<Answer> answers) {
        int[] order = IntStream.range(0, answers.size())
                .boxed()
                .sorted(Comparator.comparingDouble(k -> answers.get(k).confidence()))
                .mapToInt(Integer::intValue)
                .toArray();
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double difference = 0;
            for (int k = bin * order.length / BINS; k < (bin + 1) * order.length / BINS; k++) {
                Answer answer = answers.get(order[k]);
                difference += answer.confidence() - CHRF.sentence(answer.text(), references.get(order[k]));
            }
            error += Math.abs(difference) / order.length;
        }
        return error;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
