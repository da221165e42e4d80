package org.hydraworkbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.ResourceException;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.TextLines;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.tokenizer.TokenizerTrainer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code hydra tokenizer}: trains a tokenizer, encodes and decodes lines with any. */
@Command(
        name = "tokenizer",
        description = "Trains a tokenizer; encodes and decodes text.",
        mixinStandardHelpOptions = true,
        subcommands = {TokenizerCommand.Train.class, TokenizerCommand.Encode.class, TokenizerCommand.Decode.class})
final class TokenizerCommand implements Runnable {

    private static final String STANDARD_INPUT = "standard input";
    private static final int BATCH_CHARACTERS = 1 << 16;
    private static final int BATCH_LINES = 1 << 10;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing what to do: train, encode or decode.");
    }

    /** {@code hydra tokenizer train}. */
    @Command(
            name = "train",
            description = "Trains a byte-pair encoding on text files and writes it so that transformers loads it.",
            mixinStandardHelpOptions = true)
    static final class Train implements Callable<Integer> {

        @Reads(Place.FILE)
        @Option(
                names = "--text",
                required = true,
                arity = "1..*",
                paramLabel = "FILE",
                description = "UTF-8 text, a sentence or paragraph a line; may be gzip.")
        private List<Path> texts = List.of();

        @Within(least = 1, most = TokenizerTrainer.Options.MOST_PIECES)
        @Option(names = "--vocab-size", paramLabel = "N", description = "Number of tokens (${DEFAULT-VALUE}).")
        private int size = TokenizerTrainer.Options.defaults().vocabularySize();

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description = "sentencepiece or byte-level (${DEFAULT-VALUE}).",
                defaultValue = "sentencepiece")
        private String type = "";

        @Writes(Place.FOLDER)
        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write.")
        private @Nullable Path out;

        @Option(names = "--no-nfc", description = "Leaves text as it is instead of composing it (NFC).")
        private boolean raw;

        @Option(names = "--no-byte-fallback", description = "Rare characters become unknown instead of bytes.")
        private boolean noBytes;

        @Option(names = "--keep-numbers", description = "Lets a number be one token instead of a token a digit.")
        private boolean numbers;

        @Within(least = 1, most = Integer.MAX_VALUE)
        @Option(
                names = "--min-frequency",
                paramLabel = "N",
                description = "Never merges pairs seen less often (${DEFAULT-VALUE}).")
        private int minFrequency = TokenizerTrainer.Options.defaults().minFrequency();

        @Within(least = Within.ABOVE_ZERO, most = 1)
        @Option(
                names = "--character-coverage",
                paramLabel = "X",
                description = "Share of characters with a token of their own (${DEFAULT-VALUE}).")
        private double coverage = TokenizerTrainer.Options.defaults().characterCoverage();

        @Within(least = 1, most = Within.THREADS)
        @Option(names = "--threads", paramLabel = "N", description = "Threads (all processors).")
        private int threads = TokenizerTrainer.Options.defaults().threads();

        @CommandLine.Spec
        private CommandLine.Model.@Nullable CommandSpec spec;

        @Override
        public Integer call() throws HydraException {
            TokenizerTrainer.Options options = TokenizerTrainer.Options.defaults()
                    .withVocabularySize(size)
                    .withKind(kind())
                    .withNfc(!raw)
                    .withByteFallback(!noBytes)
                    .withSplitDigits(!numbers)
                    .withMinFrequency(minFrequency)
                    .withCharacterCoverage(coverage)
                    .withThreads(threads);
            CommandLine line = Objects.requireNonNull(spec).commandLine();
            Path folder = Objects.requireNonNull(out);
            TokenizerTrainer.Outcome outcome =
                    TokenizerTrainer.train(texts, options, folder, new ConsoleProgress(line.getErr()));
            PrintWriter print = line.getOut();
            print.printf(
                    Locale.ROOT,
                    "%s: %,d tokens (%,d characters, %,d merges), %.2f bytes a token on %,d bytes of text%n",
                    out,
                    outcome.size(),
                    outcome.characters(),
                    outcome.merges(),
                    (double) outcome.textBytes() / outcome.tokens(),
                    outcome.textBytes());
            return 0;
        }

        private TokenizerTrainer.Kind kind() throws UsageException {
            return switch (type) {
                case "sentencepiece" -> TokenizerTrainer.Kind.SENTENCEPIECE;
                case "byte-level" -> TokenizerTrainer.Kind.BYTE_LEVEL;
                default ->
                    throw new UsageException("--type " + type + ": there are the types sentencepiece and byte-level.");
            };
        }
    }

    /** {@code hydra tokenizer encode}. */
    @Command(
            name = "encode",
            description = "Reads lines from standard input (parted at line feeds only) and prints the token ids of each as a"
                    + " JSON array, as transformers gives them: no special token is added, but one that the text spells out, as in"
                    + " </s>, becomes that token. (Everywhere else what a text spells stays text.)",
            mixinStandardHelpOptions = true)
    static final class Encode implements Callable<Integer> {

        @Reads(Place.TOKENIZER)
        @Option(names = "--tokenizer", required = true, paramLabel = "DIR", description = "Folder with a tokenizer.")
        private @Nullable Path folder;

        @Override
        public Integer call() throws HydraException {
            try (Tokenizer tokenizer = Tokenizer.load(Objects.requireNonNull(folder));
                    TextLines lines = TextLines.of(System.in, STANDARD_INPUT)) {
                OutputStream out = StandardOutput.open();
                List<String> batch = new ArrayList<>();
                int characters = 0;
                for (String line = lines.next(); line != null; line = lines.next()) {
                    batch.add(line);
                    characters += line.length();
                    if (characters >= BATCH_CHARACTERS || batch.size() >= BATCH_LINES) {
                        print(tokenizer.encodeMarkup(batch), out);
                        batch.clear();
                        characters = 0;
                    }
                }
                print(tokenizer.encodeMarkup(batch), out);
                out.flush();
            } catch (IOException e) {
                throw new ResourceException(StandardOutput.REFUSED, e);
            }
            return 0;
        }

        private static void print(int[][] ids, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder();
            for (int[] line : ids) {
                text.append('[');
                for (int i = 0; i < line.length; i++) {
                    text.append(i > 0 ? "," : "").append(line[i]);
                }
                text.append("]\n");
            }
            out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** {@code hydra tokenizer decode}. */
    @Command(
            name = "decode",
            description = "Reads JSON arrays of token ids from standard input, one a line, and prints the text of each.",
            mixinStandardHelpOptions = true)
    static final class Decode implements Callable<Integer> {

        @Reads(Place.TOKENIZER)
        @Option(names = "--tokenizer", required = true, paramLabel = "DIR", description = "Folder with a tokenizer.")
        private @Nullable Path folder;

        @Option(names = "--skip-special", description = "Leaves special tokens out.")
        private boolean skipSpecial;

        @Override
        public Integer call() throws HydraException {
            try (Tokenizer tokenizer = Tokenizer.load(Objects.requireNonNull(folder));
                    TextLines lines = TextLines.of(System.in, STANDARD_INPUT)) {
                OutputStream out = StandardOutput.open();
                IdArrayParser parser = new IdArrayParser(Path.of(STANDARD_INPUT), tokenizer.size());
                for (String line = lines.next(); line != null; line = lines.next()) {
                    String text = tokenizer.decode(parser.parse(line, lines.lineNumber()), skipSpecial);
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                    out.write('\n');
                }
                out.flush();
            } catch (IOException e) {
                throw new ResourceException(StandardOutput.REFUSED, e);
            }
            return 0;
        }
    }
}
