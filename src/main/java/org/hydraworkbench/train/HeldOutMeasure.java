package org.hydraworkbench.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.BitextFiles;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.eval.LanguageModelEvaluator;

/** How well a model in training, as it is when asked, predicts what is held out from it. */
@FunctionalInterface
interface HeldOutMeasure {

    /** Bits for a byte of UTF-8: the fewer, the better. */
    double bitsPerByte(Progress progress) throws HydraException;

    /**
     * Of a text, as {@link LanguageModelEvaluator} measures it.
     *
     * @throws InputException when it cannot be read or is empty
     */
    static HeldOutMeasure ofText(Path file, Trainee trainee) throws HydraException {
        List<String> lines = TextLines.readAll(file);
        if (lines.stream().allMatch(String::isEmpty)) {
            throw InputException.in(file, "is empty; there is nothing to measure by");
        }
        LanguageModelEvaluator evaluator =
                new LanguageModelEvaluator(trainee.body(), trainee.body().table(), trainee.tokenizer(), trainee.tokenizer());
        return progress -> evaluator.score(lines, progress).bitsPerByte();
    }

    /**
     * Of the translations of pairs, in the directions that are trained, see {@link HydraTrainee#bitsPerByte}. Pairs that do not fit into
     * the context are left out.
     *
     * @throws InputException when they cannot be read, or none fits
     */
    static HeldOutMeasure ofPairs(BitextFiles bitext, HydraTrainee trainee, Progress progress) throws HydraException {
        List<SentencePair> pairs = new ArrayList<>();
        int context = trainee.body().config().contextLength();
        FittingPairs.read(bitext, trainee.examples(), context, progress, (pair, examples) -> pairs.add(pair));
        return during -> trainee.bitsPerByte(pairs, during);
    }
}
