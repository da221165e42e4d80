package org.hydraworkbench.eval;

import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerStatistics;

/**
 * What the same sentences cost in two languages: a language whose sentences take more tokens is slower, dearer, and has less room in the
 * context (Petrov et al. 2023).
 *
 * @param source what the tokenizer of the source language makes of the source sentences
 * @param target what the target language's makes of their translations
 */
public record TokenizerFairness(TokenizerStatistics source, TokenizerStatistics target) {

    /**
     * Measures both.
     *
     * @param sources sentences
     * @param targets their translations by people, line by line
     */
    public static TokenizerFairness measure(
            Tokenizer source, Tokenizer target, List<String> sources, List<String> targets, Progress progress) throws HydraException {
        return new TokenizerFairness(
                TokenizerStatistics.measure(source, sources, progress), TokenizerStatistics.measure(target, targets, progress));
    }

    /** Tokens of the target language for one of the source language, over the same sentences; 1 is fair. NaN without source tokens. */
    public double tokens() {
        return source.tokens() == 0 ? Double.NaN : (double) target.tokens() / source.tokens();
    }

    /** Tokens a word in the target language, for one in the source language; 1 is even. */
    public double fertility() {
        return target.tokensPerWord() / source.tokensPerWord();
    }

    /** Bytes that a token of the target language holds, for one byte in the source language. */
    public double bytesPerToken() {
        return target.bytesPerToken() / source.bytesPerToken();
    }
}
