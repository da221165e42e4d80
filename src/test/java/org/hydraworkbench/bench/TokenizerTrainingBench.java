package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.jspecify.annotations.Nullable;

/**
 * Time and memory of {@code hydra tokenizer train} as a whole command, beside sentencepiece's trainer on the same file in the
 * same run, and the ratio of the two. Run the main class with
 *
 * <pre>TEXT VOCABULARY_SIZE [PYTHON_WITH_SENTENCEPIECE [RUNS]]</pre>
 *
 * <p>Each run is a process of its own, theirs and ours in turn; the median counts. Processor time matters where other work runs
 * beside. Peak memory is read from {@code /proc}, so it is 0 elsewhere than on Linux.
 */
public final class TokenizerTrainingBench {

    private static final String SENTENCEPIECE = """
            import sys, sentencepiece
            sentencepiece.SentencePieceTrainer.train(
                input=sys.argv[1], vocab_size=int(sys.argv[2]), model_prefix=sys.argv[3], model_type="bpe",
                byte_fallback=True, split_digits=True, character_coverage=0.99995, num_threads=int(sys.argv[4]),
                max_sentence_length=1 << 24, minloglevel=2)
            """;

    private TokenizerTrainingBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, HydraException, HydraException {
        if (arguments.length < 2) {
            System.err.println("TEXT VOCABULARY_SIZE [PYTHON_WITH_SENTENCEPIECE [RUNS]]");
            System.exit(2);
        }
        Path text = Path.of(arguments[0]);
        String size = arguments[1];
        String python = arguments.length > 2 ? arguments[2] : "";
        int runs = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 3;
        String threads = String.valueOf(Runtime.getRuntime().availableProcessors());
        Path folder = Files.createTempDirectory("tokenizer-bench");
        try {
            List<String> hydra = ProcessCost.hydra(
                    "tokenizer", "train", "--text", text.toString(), "--vocab-size", size, "--threads", threads, "--out");
            List<String> theirs = List.of(
                    python, "-c", SENTENCEPIECE, text.toString(), size, folder.resolve("sp").toString(), threads);
            List<ProcessCost> ours = new ArrayList<>();
            List<ProcessCost> baseline = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                List<String> command = new ArrayList<>(hydra);
                command.add(folder.resolve("hydra-" + run).toString());
                ours.add(ProcessCost.measure("hydra", command));
                if (!python.isEmpty()) {
                    baseline.add(ProcessCost.measure("sentencepiece", theirs));
                }
            }
            report(ProcessCost.median(ours), baseline.isEmpty() ? null : ProcessCost.median(baseline));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void report(ProcessCost ours, @Nullable ProcessCost baseline) {
        ours.printMedian("hydra");
        if (baseline != null) {
            baseline.printMedian("sentencepiece");
            System.out.printf(
                    Locale.ROOT,
                    "sentencepiece / hydra: time %.2f, CPU %.2f, memory %.2f%n",
                    baseline.seconds() / ours.seconds(),
                    baseline.processor() / ours.processor(),
                    (double) baseline.kilobytes() / Math.max(1, ours.kilobytes()));
        }
    }
}
