package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.phrase.PhraseLearning;
import org.hydraworkbench.decode.phrase.PhraseTuning;
import org.hydraworkbench.decode.phrase.PhraseWeights;
import org.hydraworkbench.decode.phrase.Phrases;
import org.hydraworkbench.eval.Bleu;
import org.hydraworkbench.eval.Chrf;

/**
 * Translation by phrases: how good, against copying the source, and how fast, against a limit of 10 ms a sentence.
 *
 * <p>Arguments: TRAIN TEST [DEV], bitexts; with DEV, weights are learnt from its first 300 pairs before.
 */
public final class PhraseBench {

    private static final double LIMIT_MS = 10;

    private PhraseBench() {}

    public static void main(String[] arguments) throws Exception {
        List<SentencePair> train = Bitexts.readAll(Path.of(arguments[0]));
        List<SentencePair> test = Bitexts.readAll(Path.of(arguments[1]));
        long start = System.nanoTime();
        Phrases phrases = PhraseLearning.learn(PairSource.of(train), List.of(), AlignOptions.defaults(), Progress.none()).phrases();
        System.out.printf("%,d pairs linked and taken in: %.1f s%n", train.size(), seconds(start));
        PhraseWeights weights = Decoding.usual().phrases();
        if (arguments.length > 2) {
            start = System.nanoTime();
            List<SentencePair> dev = Bitexts.readAll(Path.of(arguments[2])).stream().limit(300).toList();
            weights = PhraseTuning.learn(phrases, dev, weights, 15, AlignOptions.defaults().threads(), 1, Progress.none());
            System.out.printf("weights: %.1f s %s%n", seconds(start), weights);
        }
        translate(phrases, weights, test.subList(0, Math.min(100, test.size()))); // until the code is compiled
        start = System.nanoTime();
        List<String> answers = translate(phrases, weights, test);
        double perSentence = 1000 * seconds(start) / test.size();
        System.out.printf("a sentence: %.2f ms, %.2f of %.0f ms%n", perSentence, perSentence / LIMIT_MS, LIMIT_MS);
        List<String> references = test.stream().map(SentencePair::target).toList();
        List<String> copies = test.stream().map(SentencePair::source).toList();
        System.out.printf(
                "chrF %.2f BLEU %.2f; copying the source chrF %.2f BLEU %.2f%n",
                Chrf.chrf().corpus(answers, references),
                Bleu.bleu().corpus(answers, references),
                Chrf.chrf().corpus(copies, references),
                Bleu.bleu().corpus(copies, references));
    }

    private static List<String> translate(Phrases phrases, PhraseWeights weights, List<SentencePair> pairs) {
        List<String> answers = new ArrayList<>();
        for (SentencePair pair : pairs) {
            answers.add(phrases.translate(pair.source(), weights, Phrases.BEAM, 1).getFirst().text());
        }
        return answers;
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
