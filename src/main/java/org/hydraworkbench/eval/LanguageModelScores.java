package org.hydraworkbench.eval;

/**
 * How well a language model predicts a text, from the total negative log-likelihood. Figures per byte, character and word can
 * be compared between tokenizers; a figure per token only between models that share one.
 *
 * @param nllTotal negative log-likelihood of all scored tokens, in nats
 * @param tokens tokens that were scored: those of the lines and one end for each line where the model has such a token
 * @param lines lines, each a document of its own
 * @param words stretches between white space
 * @param characters Unicode code points, without line ends
 * @param bytes bytes of UTF-8, without line ends
 * @param referenceTokens scored tokens as the reference tokenizer cuts the text
 */
public record LanguageModelScores(
        double nllTotal, long tokens, long lines, long words, long characters, long bytes, long referenceTokens) {

    /** Bits needed for a byte of UTF-8; what a compressor built on the model would reach. */
    public double bitsPerByte() {
        return nllTotal / Math.log(2) / bytes;
    }

    /** Nats for a code point. */
    public double natsPerCharacter() {
        return nllTotal / characters;
    }

    /** exp(NLL / words). */
    public double perplexityPerWord() {
        return Math.exp(nllTotal / words);
    }

    /** exp(NLL / reference tokens): the perplexity for a token of the reference tokenizer. */
    public double perplexityNative() {
        return Math.exp(nllTotal / referenceTokens);
    }
}
