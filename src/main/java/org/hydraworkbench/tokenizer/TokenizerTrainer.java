package org.hydraworkbench.tokenizer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hydraworkbench.base.AtomicFolder;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;

/**
 * Trains byte-pair encodings (Sennrich et al. 2016) and writes them in the Hugging Face form. The outcome depends only on the
 * text and the options, not on the number of threads: equally frequent pairs are merged in the order of their symbols'
 * numbers, and characters are numbered in Unicode order, merges as they come.
 */
public final class TokenizerTrainer {

    /** How pieces are spelt. */
    public enum Kind {
        /** Characters, {@code ▁} for a space and before the line, single bytes for rare characters (Kudo and Richardson 2018). */
        SENTENCEPIECE,
        /** Bytes (Radford et al. 2019). */
        BYTE_LEVEL
    }

    /**
     * What to train.
     *
     * @param vocabularySize number of pieces with everything: special tokens, bytes, characters, merges
     * @param nfc whether text is brought to normalisation form C before it is encoded
     * @param byteFallback whether characters outside the vocabulary are spelt in bytes; otherwise they are unknown. The
     *     byte-level kind spells all characters in bytes anyhow
     * @param splitDigits whether every digit is a token of its own
     * @param minFrequency pairs seen less often are never merged; at least 1
     * @param characterCoverage share of the text's characters that get a piece of their own, the most frequent first; above 0,
     *     at most 1; the {@code sentencepiece} kind only
     * @param threads threads that count words; at least 1
     */
    public record Options(
            int vocabularySize,
            Kind kind,
            boolean nfc,
            boolean byteFallback,
            boolean splitDigits,
            int minFrequency,
            double characterCoverage,
            int threads) {

        /** Pieces that may be asked for, more than any tokenizer has: tables are made of that many entries. */
        public static final int MOST_PIECES = 10_000_000;

        public Options {
            if (minFrequency < 1 || threads < 1 || !(characterCoverage > 0 && characterCoverage <= 1)) {
                throw new IllegalArgumentException("option out of range");
            }
        }

        /** 32,000 pieces of the {@code sentencepiece} kind, NFC, byte fallback, digits apart, all processors. */
        public static Options defaults() {
            int processors = Runtime.getRuntime().availableProcessors();
            return new Options(32_000, Kind.SENTENCEPIECE, true, true, true, 2, 0.99995, processors);
        }

        public Options withVocabularySize(int size) {
            return new Options(
                    size, kind, nfc, byteFallback, splitDigits, minFrequency, characterCoverage, threads);
        }

        public Options withKind(Kind other) {
            return new Options(
                    vocabularySize, other, nfc, byteFallback, splitDigits, minFrequency, characterCoverage, threads);
        }

        public Options withNfc(boolean on) {
            return new Options(
                    vocabularySize, kind, on, byteFallback, splitDigits, minFrequency, characterCoverage, threads);
        }

        public Options withByteFallback(boolean on) {
            return new Options(vocabularySize, kind, nfc, on, splitDigits, minFrequency, characterCoverage, threads);
        }

        public Options withSplitDigits(boolean on) {
            return new Options(vocabularySize, kind, nfc, byteFallback, on, minFrequency, characterCoverage, threads);
        }

        public Options withMinFrequency(int frequency) {
            return new Options(
                    vocabularySize, kind, nfc, byteFallback, splitDigits, frequency, characterCoverage, threads);
        }

        public Options withCharacterCoverage(double share) {
            return new Options(vocabularySize, kind, nfc, byteFallback, splitDigits, minFrequency, share, threads);
        }

        public Options withThreads(int count) {
            return new Options(
                    vocabularySize, kind, nfc, byteFallback, splitDigits, minFrequency, characterCoverage, count);
        }
    }

    /**
     * What came of it.
     *
     * @param size number of pieces, at most as many as were asked for; fewer when the text has no more pairs to merge
     * @param requested number that was asked for
     * @param characters number of pieces that are single characters (or bytes, for the byte-level kind)
     * @param merges number of merges
     * @param differentWords number of different stretches of text that pieces never cross
     * @param tokens number of tokens that the training text has with the new pieces; a character outside the vocabulary
     *     counts as one
     * @param textBytes bytes of the training text without line ends
     */
    public record Outcome(
            int size, int requested, int characters, int merges, int differentWords, long tokens, long textBytes) {

        /** Whether the text was too small for all the pieces asked for. */
        public boolean isShort() {
            return size < requested;
        }
    }

    /** unk, bos, eos, pad: ids 0 to 3. */
    static final List<String> SPECIAL = List.of("<unk>", "<s>", "</s>", "<pad>");

    private static final int SMALLEST_PROPOSAL = 600;

    private TokenizerTrainer() {}

    /**
     * A vocabulary size that suits a corpus, at once and without training; {@link FertilityCurve} measures instead. It is about
     * as many pieces as can be made from pairs seen at least 20 times, so that each has something to learn from. The power law
     * was fitted to nine corpora of seven languages, of 17 thousand to 16 million words; on each it comes within 35 % of the
     * true number.
     *
     * @param words words of the corpus, counted at spaces
     * @return 600 to 32,000, in steps of 100
     */
    public static int proposeVocabularySize(long words) {
        double size = 4.4 * Math.pow(words, 0.55);
        return (int) Math.clamp(
                Math.round(size / 100) * 100, SMALLEST_PROPOSAL, Options.defaults().vocabularySize());
    }

    /**
     * Trains on files of UTF-8 lines, plain or gzip, and writes {@code tokenizer.json},
     * {@code tokenizer_config.json} and {@code special_tokens_map.json} into a new folder, which appears whole or not at all.
     *
     * @throws InputException when a file cannot be read, is not UTF-8, or holds no text
     * @throws UsageException when the vocabulary has no room for the special tokens, bytes and characters (the message says how many
     *     pieces it takes), or when the folder holds something already
     */
    public static Outcome train(List<Path> texts, Options options, Path folder, Progress progress) throws HydraException {
        return train(TextBlocks.files(texts), options, folder, progress);
    }

    /** Trains on lines from elsewhere; everything else as with files. */
    public static Outcome train(Stream<String> lines, Options options, Path folder, Progress progress)
            throws HydraException {
        return train(TextBlocks.lines(lines.iterator()), options, folder, progress);
    }

    private static Outcome train(TextBlocks.Source source, Options options, Path folder, Progress progress)
            throws HydraException {
        AtomicFolder.requireFree(folder);
        int fixed = SPECIAL.size() + (hasBytePieces(options) ? 256 : 0);
        requireRoom(options, fixed + 1, "special tokens, bytes and characters");
        progress.message("Counting words");
        WordCounter.Counted counted = WordCounter.count(source, options, progress);
        WordCounts words = counted.words();
        if (words.size() == 0) {
            throw new InputException("There is no text to train a tokenizer on: the files are empty.");
        }
        Alphabet alphabet = options.kind() == Kind.BYTE_LEVEL
                ? Alphabet.ofBytes()
                : Alphabet.ofCharacters(words, options.characterCoverage());
        int least = fixed + alphabet.size();
        requireRoom(options, least, "special tokens, bytes and the text's " + alphabet.size() + " characters");

        progress.message("Merging tokens");
        BpeMerger merger = new BpeMerger(words, alphabet, options.minFrequency());
        merger.run(options.vocabularySize() - least, progress);

        List<String> pieces = new ArrayList<>(alphabet.size() + merger.merges());
        for (int i = 0; i < alphabet.size(); i++) {
            pieces.add(alphabet.piece(i));
        }
        List<TokenizerFiles.Merge> merges = new ArrayList<>(merger.merges());
        for (int m = 0; m < merger.merges(); m++) {
            TokenizerFiles.Merge merge =
                    new TokenizerFiles.Merge(pieces.get(merger.leftPart(m)), pieces.get(merger.rightPart(m)));
            merges.add(merge);
            pieces.add(merge.left() + merge.right());
        }
        AtomicFolder.write(folder, made -> TokenizerFiles.write(made, options, pieces, merges));
        Outcome outcome = new Outcome(
                least + merger.merges(),
                options.vocabularySize(),
                alphabet.size(),
                merger.merges(),
                words.size(),
                merger.tokens(),
                counted.textBytes());
        if (outcome.isShort()) {
            progress.log("The text is too small for " + outcome.requested() + " tokens: " + outcome.size()
                    + " were made, then no pair of tokens was seen " + options.minFrequency() + " times.");
        }
        return outcome;
    }

    static boolean hasBytePieces(Options options) {
        return options.kind() == Kind.SENTENCEPIECE && options.byteFallback();
    }

    private static void requireRoom(Options options, int least, String what) throws UsageException {
        if (options.vocabularySize() < least) {
            throw new UsageException("A vocabulary of " + options.vocabularySize() + " tokens is too small: the "
                    + what + " alone take " + least + ". Ask for at least " + least + ".");
        }
    }
}
