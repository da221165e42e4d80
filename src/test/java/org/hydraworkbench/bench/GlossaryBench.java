package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.hydraworkbench.align.PairSource;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.decode.Decoding;
import org.hydraworkbench.decode.choice.JudgedTranslator;
import org.hydraworkbench.decode.choice.Knowledge;
import org.hydraworkbench.decode.phrase.CutText;

/**
 * How often a term of a glossary stands in the answer: 200 held-out sentences, of each one to three words in a row fixed to a translation of
 * one or two words that the corpus does not have, one term at a time. Arguments: bitext, held-out bitext, seed.
 */
public final class GlossaryBench {

    private static final int CASES = 200;

    private GlossaryBench() {}

    public static void main(String[] arguments) throws Exception {
        List<SentencePair> train = Bitexts.readAll(Path.of(arguments[0]));
        List<SentencePair> test = Bitexts.readAll(Path.of(arguments[1]));
        Random random = new Random(Long.parseLong(arguments[2]));
        Knowledge knowledge = Knowledge.learn(PairSource.of(train), List.of(), AlignOptions.defaults(), Progress.none());
        JudgedTranslator translator = Decoding.usual().translator(knowledge, null);
        int obeyed = 0;
        for (int k = 0; k < CASES; k++) {
            String source = test.get(random.nextInt(test.size())).source();
            List<String> words = CutText.of(source).forms();
            int size = Math.min(words.size(), 1 + random.nextInt(3));
            int from = random.nextInt(words.size() - size + 1);
            String term = String.join(" ", words.subList(from, from + size));
            String fixed = "azer" + k + (random.nextBoolean() ? "" : " blak" + k);
            knowledge.exchangeTerms(List.of(new SentencePair(term, fixed)));
            String answer = translator.translate(source, Progress.none()).text();
            boolean there = answer.toLowerCase().contains(fixed);
            obeyed += there ? 1 : 0;
            if (!there) {
                System.out.printf("“%s” = “%s”: “%s” → “%s”%n", term, fixed, source, answer);
            }
        }
        System.out.printf("obeyed %d of %d%n", obeyed, CASES);
    }
}
