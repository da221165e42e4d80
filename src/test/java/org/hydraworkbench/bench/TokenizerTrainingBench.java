package org.hydraworkbench.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

    /** Wall time and processor time of a process, and the most memory that it held. */
    private record Cost(double seconds, double processor, long kilobytes) {

        void print(String name) {
            System.out.printf(
                    Locale.ROOT, "%-15s %6.1f s %6.1f s CPU %6d MB%n", name, seconds, processor, kilobytes >> 10);
        }
    }

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
            List<String> hydra = List.of(
                    ProcessHandle.current().info().command().orElse("java"), "--enable-native-access=ALL-UNNAMED",
                    "-cp", System.getProperty("java.class.path"), "org.hydraworkbench.cli.Main", "tokenizer", "train",
                    "--text", text.toString(), "--vocab-size", size, "--threads", threads, "--out");
            List<String> theirs = List.of(
                    python, "-c", SENTENCEPIECE, text.toString(), size, folder.resolve("sp").toString(), threads);
            List<Cost> ours = new ArrayList<>();
            List<Cost> baseline = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                List<String> command = new ArrayList<>(hydra);
                command.add(folder.resolve("hydra-" + run).toString());
                ours.add(measure("hydra", command));
                if (!python.isEmpty()) {
                    baseline.add(measure("sentencepiece", theirs));
                }
            }
            report(median(ours), baseline.isEmpty() ? null : median(baseline));
        } finally {
            Folders.delete(folder);
        }
    }

    private static void report(Cost ours, @Nullable Cost baseline) {
        ours.print("hydra");
        if (baseline != null) {
            baseline.print("sentencepiece");
            System.out.printf(
                    Locale.ROOT,
                    "sentencepiece / hydra: time %.2f, CPU %.2f, memory %.2f%n",
                    baseline.seconds / ours.seconds,
                    baseline.processor / ours.processor,
                    (double) baseline.kilobytes / Math.max(1, ours.kilobytes));
        }
    }

    private static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparingDouble(Cost::seconds))
                .toList()
                .get(costs.size() / 2);
    }

    private static Cost measure(String name, List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path status = Path.of("/proc/" + process.pid() + "/status");
        long peak = 0;
        double processor = 0;
        while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(status));
            Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
            processor = Math.max(processor, used.toNanos() / 1e9);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        Cost cost = new Cost(seconds, processor, peak);
        cost.print("  " + name);
        return cost;
    }

    private static long peak(Path status) {
        try (Stream<String> lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | java.io.UncheckedIOException e) {
            return 0; // no such file here, or the process has just ended
        }
    }
}
