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
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.DeviceChoice;
import org.hydraworkbench.model.runtime.Precision;
import org.hydraworkbench.model.runtime.RuntimeOptions;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.train.LearningRate;
import org.hydraworkbench.train.Stop;
import org.hydraworkbench.train.TrainOptions;
import org.hydraworkbench.train.TrainPlan;
import org.hydraworkbench.train.TrainRequest;
import org.hydraworkbench.train.TrainStart;
import org.hydraworkbench.train.Trainer;

/**
 * Training throughput beside transformers and torch in the same run, taking turns: a Llama of 6 layers, 288 wide, batch
 * 8 × 256, forward, backward, clipping, AdamW.
 *
 * <p>Arguments: PYTHON TRAIN_BENCH_PY TOKENIZER_FOLDER TEXT_FILE [THREADS [TURNS [STEPS_A_TURN]]]. The vocabulary is the
 * tokenizer's. Prints tokens per second of each turn, the medians, and the ratio ours / theirs.
 */
public final class TrainingBench {

    private static final int BATCH = 8;
    private static final int LENGTH = 256;

    private TrainingBench() {}

    /** Runs the benchmark. */
    public static void main(String[] arguments) throws HydraException, IOException {
        Path tokenizer = Path.of(arguments[2]);
        int threads = arguments.length > 4 ? Integer.parseInt(arguments[4]) : 2;
        int turns = arguments.length > 5 ? Integer.parseInt(arguments[5]) : 3;
        int steps = arguments.length > 6 ? Integer.parseInt(arguments[6]) : 6;
        Path work = Files.createTempDirectory("training-bench");
        Path config = work.resolve("config.json");
        Files.writeString(config, config(tokenizer));
        Process theirs = new ProcessBuilder(
                        arguments[0], arguments[1], config.toString(), "" + BATCH, "" + LENGTH, "" + threads)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        RuntimeOptions place = new RuntimeOptions(DeviceChoice.CPU, threads, Precision.FLOAT32);
        try (BufferedReader answers = new BufferedReader(new InputStreamReader(theirs.getInputStream(), StandardCharsets.UTF_8));
                OutputStream questions = theirs.getOutputStream();
                TensorRuntime runtime = TensorRuntime.open(place)) {
            System.out.println(answers.readLine());
            System.out.println(runtime.describe());
            TrainOptions options = TrainOptions.defaults()
                    .withPlan(TrainPlan.FULL)
                    .withBatch(BATCH, LENGTH)
                    .withSteps(1 + turns * steps)
                    .withRate(new LearningRate(1e-4, 0, LearningRate.Decay.CONSTANT));
            List<Double> ours = new ArrayList<>();
            List<Double> others = new ArrayList<>();
            double[] seconds = {0};
            Trainer.run(
                    runtime,
                    new TrainRequest(
                            new TrainStart.Fresh(config, tokenizer),
                            List.of(Path.of(arguments[3])),
                            options,
                            work.resolve("out"),
                            false,
                            place),
                    new Stop(),
                    metrics -> {
                        // The first step warms up.
                        if (metrics.step() > 1) {
                            seconds[0] += BATCH * LENGTH / metrics.tokensPerSecond();
                            if ((metrics.step() - 1) % steps == 0) {
                                ours.add(BATCH * LENGTH * steps / seconds[0]);
                                seconds[0] = 0;
                                others.add(BATCH * LENGTH * steps / ask(questions, answers, steps));
                                System.out.printf(Locale.ROOT, "ours %.0f, theirs %.0f tokens/s%n", ours.getLast(), others.getLast());
                            }
                        }
                    },
                    Progress.none());
            System.out.printf(Locale.ROOT, "median: ours %.0f, theirs %.0f tokens/s, ratio %.2f%n",
                    median(ours), median(others), median(ours) / median(others));
        }
    }

    private static double ask(OutputStream questions, BufferedReader answers, int steps) {
        try {
            questions.write((steps + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            return Double.parseDouble(answers.readLine());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String config(Path tokenizerFolder) throws HydraException {
        try (Tokenizer tokenizer = Tokenizer.load(tokenizerFolder)) {
            return """
                    {"architectures": ["LlamaForCausalLM"], "model_type": "llama", "hidden_size": 288, "intermediate_size": 768,
                     "num_hidden_layers": 6, "num_attention_heads": 6, "num_key_value_heads": 6, "max_position_embeddings": 256,
                     "rms_norm_eps": 1e-5, "hidden_act": "silu", "tie_word_embeddings": true, "vocab_size": %d}
                    """.formatted(tokenizer.size());
        }
    }
}
