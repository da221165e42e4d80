package org.hydraworkbench.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.StateException;
import org.hydraworkbench.text.Words;

/**
 * How well a tokenizer suits a text.
 *
 * @param lines number of lines measured
 * @param words words by the Unicode rules that hold a letter or a number
 * @param bytes UTF-8 bytes, without line ends
 * @param tokens tokens, special ones not counted because none is added
 * @param unknown tokens that are the unknown token
 * @param byteTokens tokens that spell a single byte by fallback
 */
public record TokenizerStatistics(long lines, long words, long bytes, long tokens, long unknown, long byteTokens) {

    private static final int BLOCK = 512;

    /** Measures {@code tokenizer} on {@code lines}. */
    public static TokenizerStatistics measure(Tokenizer tokenizer, Iterable<String> lines, Progress progress)
            throws HydraException {
        Counter counter = new Counter(tokenizer);
        List<String> block = new ArrayList<>(BLOCK);
        for (String line : lines) {
            block.add(line);
            if (block.size() == BLOCK) {
                progress.checkCancelled();
                counter.add(block);
                block.clear();
            }
        }
        counter.add(block);
        return counter.result();
    }

    /** Fertility: tokens a word; NaN without words. */
    public double tokensPerWord() {
        return words == 0 ? Double.NaN : (double) tokens / words;
    }

    /** UTF-8 bytes a token; NaN without tokens. */
    public double bytesPerToken() {
        return tokens == 0 ? Double.NaN : (double) bytes / tokens;
    }

    /** The share of tokens that are the unknown token, 0 to 1; NaN without tokens. */
    public double unknownRate() {
        return tokens == 0 ? Double.NaN : (double) unknown / tokens;
    }

    /** The share of tokens that spell a single byte, 0 to 1; NaN without tokens. */
    public double byteRate() {
        return tokens == 0 ? Double.NaN : (double) byteTokens / tokens;
    }

    private static final class Counter {

        private final Tokenizer tokenizer;
        private final int unknownId;
        private long lines;
        private long words;
        private long bytes;
        private long tokens;
        private long unknown;
        private long byteTokens;

        Counter(Tokenizer tokenizer) {
            this.tokenizer = tokenizer;
            this.unknownId = tokenizer.special().unk().orElse(-1);
        }

        void add(List<String> block) throws StateException {
            for (int[] ids : tokenizer.encodeIds(block)) {
                tokens += ids.length;
                for (int id : ids) {
                    unknown += id == unknownId ? 1 : 0;
                    byteTokens += tokenizer.isByte(id) ? 1 : 0;
                }
            }
            for (String line : block) {
                lines++;
                words += Words.count(line);
                bytes += line.getBytes(StandardCharsets.UTF_8).length;
            }
        }

        TokenizerStatistics result() {
            return new TokenizerStatistics(lines, words, bytes, tokens, unknown, byteTokens);
        }
    }
}
