package org.hydraworkbench.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.hydraworkbench.base.Folders;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.PromptPart;
import org.hydraworkbench.model.folder.ConfigFile;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.generation.GenerationOptions;
import org.hydraworkbench.model.generation.GenerationRequest;
import org.hydraworkbench.model.generation.Generator;
import org.hydraworkbench.model.generation.TokenListener;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;

/**
 * Writing beside transformers and torch in the same run, taking turns: after a prompt of 16 tokens the best token each time, one text, with a
 * model of fresh weights.
 *
 * <p>Arguments: PYTHON GENERATION_BENCH_PY CONFIG_JSON float32|bfloat16 [THREADS [TURNS [TOKENS]]]. Prints milliseconds a token of each turn,
 * prompt included, the medians, and the ratio theirs / ours.
 */
public final class GenerationBench {

    private static final int PROMPT = 16;

    private GenerationBench() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws HydraException, IOException {
        Precision precision = Precision.valueOf(arguments[3].toUpperCase(Locale.ROOT));
        int threads = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 2;
        int turns = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 5;
        int tokens = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 128;
        Path folder = Files.createTempDirectory("generation-bench");
        Process theirs = new ProcessBuilder(
                        arguments[0], arguments[1], arguments[2], arguments[3], "" + PROMPT, "" + tokens, "" + threads)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader answers = new BufferedReader(new InputStreamReader(theirs.getInputStream(), StandardCharsets.UTF_8));
                OutputStream questions = theirs.getOutputStream();
                TensorRuntime runtime = TensorRuntime.open(new RuntimeOptions(DeviceChoice.CPU, threads, precision))) {
            System.out.println(answers.readLine());
            System.out.println(runtime.describe());
            // Loaded from a file, as any model, so that it is kept in the numbers that are asked for.
            try (Decoder fresh = Decoder.random(runtime, DecoderConfig.of(ConfigFile.read(Path.of(arguments[2]))), 1)) {
                fresh.save(folder, Progress.none());
            }
            try (Decoder decoder = Decoder.load(runtime, folder, Progress.none())) {
                write(decoder, tokens, 0);
                List<Double> ours = new ArrayList<>();
                List<Double> others = new ArrayList<>();
                for (int turn = 1; turn <= turns; turn++) {
                    ours.add(write(decoder, tokens, turn) * 1000 / tokens);
                    others.add(ask(questions, answers) * 1000 / tokens);
                    System.out.printf(Locale.ROOT, "ours %.2f, theirs %.2f ms a token%n", ours.getLast(), others.getLast());
                }
                System.out.printf(Locale.ROOT, "median: ours %.2f, theirs %.2f ms a token, ratio %.2f%n",
                        median(ours), median(others), median(others) / median(ours));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    /** Seconds for a text that nothing ends. */
    private static double write(Decoder decoder, int tokens, int seed) throws HydraException {
        int[] prompt = new Random(seed).ints(PROMPT, 0, decoder.table().size()).toArray();
        GenerationRequest request = new GenerationRequest(
                List.of(new PromptPart(decoder.table(), prompt)), decoder.table(), GenerationOptions.greedy(tokens));
        long begun = System.nanoTime();
        try (Generator generator = new Generator(decoder)) {
            if (generator.generate(request, TokenListener.none(), Progress.none()).tokens().size() != tokens) {
                throw new IllegalStateException("the text ended early");
            }
        }
        return (System.nanoTime() - begun) * 1e-9;
    }

    private static double ask(OutputStream questions, BufferedReader answers) throws IOException {
        questions.write('\n');
        questions.flush();
        return Double.parseDouble(answers.readLine());
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
