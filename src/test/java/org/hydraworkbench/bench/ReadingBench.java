package org.hydraworkbench.bench;

import java.nio.file.Path;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.hydra.HydraModel;
import org.hydraworkbench.hydra.HydraModel.Likelihood;
import org.hydraworkbench.hydra.PromptTemplate;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.text.LanguageTag;

/**
 * How much a Hydra makes of what it reads: log P of the right answer a token, in nats, after the sentence that it translates and after an
 * empty one, in both directions. The difference is 0 for a Hydra that cannot read the language.
 *
 * <p>Arguments: TEST MODEL FROM TO.
 */
public final class ReadingBench {

    private final HydraModel hydra;
    private final PromptTemplate template;

    private ReadingBench(HydraModel hydra) {
        this.hydra = hydra;
        this.template = hydra.manifest().templates().getFirst();
    }

    public static void main(String[] arguments) throws HydraException {
        List<SentencePair> test = Bitexts.readAll(Path.of(arguments[0]));
        List<SentencePair> reversed = test.stream().map(pair -> new SentencePair(pair.target(), pair.source())).toList();
        LanguageTag from = LanguageTag.parse(arguments[2]);
        LanguageTag to = LanguageTag.parse(arguments[3]);
        try (TensorRuntime runtime = TensorRuntime.open(RuntimeOptions.defaults());
                HydraModel hydra = HydraModel.open(runtime, Path.of(arguments[1]), Progress.none())) {
            ReadingBench bench = new ReadingBench(hydra);
            bench.print(from, to, test);
            bench.print(to, from, reversed);
        }
    }

    private void print(LanguageTag from, LanguageTag to, List<SentencePair> pairs) throws HydraException {
        double right = perToken(from, to, pairs);
        double empty = perToken(from, to, pairs.stream().map(pair -> new SentencePair("", pair.target())).toList());
        System.out.printf("%s → %s: log P a token %.3f, after nothing %.3f, gap %.3f%n", from, to, right, empty, right - empty);
    }

    private double perToken(LanguageTag from, LanguageTag to, List<SentencePair> pairs) throws HydraException {
        double sum = 0;
        long tokens = 0;
        for (Likelihood each : hydra.likelihoods(from, to, pairs, template, Progress.none())) {
            sum += each.logProbability();
            tokens += each.tokens();
        }
        return sum / tokens;
    }
}
