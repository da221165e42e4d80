package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.eval.LanguageModelEvaluator;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.runtime.DecoderKernel;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.tokenizer.Tokenizer;
import org.hydraworkbench.train.LearningRate.Decay;
import org.hydraworkbench.weights.ModelWeights;
import org.hydraworkbench.weights.SafetensorsFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that keep the mean of their weights: stories260K. */
class AveragedWeightsTest {

    /** A table, a matrix that the model holds together with others and turned, and a vector. */
    private static final List<String> NAMES = List.of(
            "model.embed_tokens.weight", "model.layers.1.self_attn.k_proj.weight", "model.norm.weight");

    @TempDir
    private Path folder = Path.of("");

    private Path text = Path.of("");

    @BeforeEach
    void writeText() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 40; i++) {
            lines.append("Once upon a time, there was the number ").append(i * 7919 % 1000).append(".\n");
        }
        text = Files.writeString(folder.resolve("text.txt"), lines);
    }

    /** With a constant rate a shorter run is the beginning of a longer one. */
    private static TrainOptions options(int steps) {
        return TrainerTest.options(steps).withRate(new LearningRate(1e-2, 0, Decay.CONSTANT));
    }

    private List<Metrics> train(TrainOptions options, Path out, boolean resume, Progress progress, MetricsListener listener)
            throws HydraException {
        List<Metrics> steps = new ArrayList<>();
        TrainRequest request = TrainerTest.request(new TrainStart.Model(TestModels.stories()), text, options, out, resume);
        Trainer.run(TestModels.runtime(), request, new Stop(), metrics -> {
            steps.add(metrics);
            listener.step(metrics);
        }, progress);
        return steps;
    }

    private List<Metrics> train(TrainOptions options, Path out, boolean resume) throws HydraException {
        return train(options, out, resume, Progress.none(), metrics -> {});
    }

    private void trainAndCancelAfter(int step, TrainOptions options, Path out) {
        TrainerTest.StopAfter stop = new TrainerTest.StopAfter();
        assertThatThrownBy(() -> train(options, out, false, stop, metrics -> stop.stopped = metrics.step() == step))
                .isInstanceOf(CancelledException.class);
    }

    private static float[] weights(Path model, String name) throws HydraException {
        try (ModelWeights weights = ModelWeights.open(model)) {
            return weights.floats(name);
        }
    }

    private static List<Double> losses(List<Metrics> steps) {
        return steps.stream().map(Metrics::loss).toList();
    }

    /** By hand, from the weights that a run without a mean has after each step. */
    @Test
    void theModelThatIsWrittenIsTheMeanAndTheRunGoesOnFromTheWeightsThemselves() throws Exception {
        double[] shares = {1, 1 / 2., 1 / 3., 1 / 3., 1 / 3.};
        Path out = folder.resolve("averaged");
        List<Metrics> averaged = train(options(5).withAverage(3), out, false);
        List<Metrics> plain = List.of();
        for (int step = 1; step <= 5; step++) {
            plain = train(options(step), folder.resolve("plain" + step), false);
        }
        assertThat(losses(averaged)).isEqualTo(losses(plain));
        for (String name : NAMES) {
            double[] mean = new double[weights(out, name).length];
            for (int step = 1; step <= 5; step++) {
                float[] w = weights(folder.resolve("plain" + step), name);
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += (w[i] - mean[i]) * shares[step - 1];
                }
            }
            float[] last = weights(folder.resolve("plain5"), name);
            float[] written = weights(out, name);
            double off = 0;
            for (int i = 0; i < mean.length; i++) {
                assertThat((double) written[i]).as("%s %d", name, i).isCloseTo(mean[i], within(1e-6));
                off = Math.max(off, Math.abs(written[i] - last[i]));
            }
            assertThat(off).as("%s: not the last weights", name).isGreaterThan(1e-3);
        }
    }

    @Test
    void whatIsMeasuredIsTheModelThatIsWritten() throws Exception {
        Path out = folder.resolve("out");
        TrainOptions options = options(4).withAverage(3).withHeldOut(HeldOut.text(text, 4));
        double measured = train(options, out, false).getLast().bitsPerByte().orElseThrow();
        try (Decoder decoder = Decoder.load(TestModels.runtime(), out, Progress.none());
                Tokenizer tokenizer = Tokenizer.load(out)) {
            double written = new LanguageModelEvaluator(decoder, decoder.table(), tokenizer, tokenizer)
                    .score(text, Progress.none())
                    .bitsPerByte();
            assertThat(measured).isCloseTo(written, within(1e-9));
        }
        double last = train(options.withAverage(0), folder.resolve("last"), false).getLast().bitsPerByte().orElseThrow();
        assertThat(Math.abs(measured - last)).isGreaterThan(1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aResumedRunIsAnUninterruptedOne(int interrupted) throws Exception {
        TrainOptions options = options(6).withAverage(3).withHeldOut(HeldOut.text(text, 2).withPatience(50));
        List<Metrics> whole = train(options, folder.resolve("whole"), false);
        Path out = folder.resolve("resumed");
        trainAndCancelAfter(interrupted, options, out);
        List<Metrics> rest = train(options, out, true);
        assertThat(losses(rest)).isEqualTo(losses(whole.subList(interrupted, 6)));
        assertThat(rest.getLast().bitsPerByte()).isEqualTo(whole.getLast().bitsPerByte());
        assertThat(out.resolve("model.safetensors")).hasSameBinaryContentAs(folder.resolve("whole/model.safetensors"));
        String state = "checkpoints/step-00000006/" + TrainingState.MOMENTS;
        assertThat(out.resolve(state)).hasSameBinaryContentAs(folder.resolve("whole").resolve(state));
    }

    @Test
    void withoutAMeanAResumedRunGoesOnFromTheWeightsThemselves() throws Exception {
        Path out = folder.resolve("out");
        trainAndCancelAfter(3, options(5).withAverage(3), out);
        List<Metrics> plain = train(options(5), folder.resolve("plain"), false);
        assertThat(losses(train(options(5), out, true))).isEqualTo(losses(plain.subList(3, 5)));
        assertThat(out.resolve("model.safetensors")).hasSameBinaryContentAs(folder.resolve("plain/model.safetensors"));
    }

    /** It begins at the weights of step 2, and that of step 3 counts for a half. */
    @Test
    void aMeanMayBeginInAResumedRun() throws Exception {
        Path out = folder.resolve("out");
        train(options(2), folder.resolve("plain2"), false);
        train(options(3), folder.resolve("plain3"), false);
        trainAndCancelAfter(2, options(3), out);
        train(options(3).withAverage(2), out, true);
        for (String name : NAMES) {
            float[] second = weights(folder.resolve("plain2"), name);
            float[] third = weights(folder.resolve("plain3"), name);
            float[] written = weights(out, name);
            for (int i = 0; i < written.length; i++) {
                assertThat((double) written[i]).isCloseTo((second[i] + (double) third[i]) / 2, within(1e-6));
            }
        }
    }

    @Test
    void onlyWhatIsTrainedIsKeptTwiceAndNothingWhereThereIsNoMean() throws Exception {
        TrainOptions embeddings = options(1).withPlan(TrainPlan.EMBEDDINGS);
        train(embeddings.withAverage(2), folder.resolve("on"), false);
        train(embeddings, folder.resolve("off"), false);
        String state = "checkpoints/step-00000001/" + TrainingState.MOMENTS;
        try (SafetensorsFile on = SafetensorsFile.open(folder.resolve("on").resolve(state));
                SafetensorsFile off = SafetensorsFile.open(folder.resolve("off").resolve(state))) {
            assertThat(off.names()).containsExactlyInAnyOrder("first.model.embed_tokens.weight", "second.model.embed_tokens.weight");
            assertThat(on.names()).containsExactlyInAnyOrder(
                    "first.model.embed_tokens.weight", "second.model.embed_tokens.weight", "raw.model.embed_tokens.weight");
        }
    }

    /** Tables are exchanged some rows at a time: one with more than a block of numbers, and one that is not a whole number of blocks. */
    @Test
    void tensorsAreExchangedAndMovedWhole() throws HydraException {
        int rows = 70_001;
        int width = 64;
        float[] numbers = new float[rows * width];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i % 1_000_003;
        }
        try (TensorScope scope = TestModels.runtime().root().child()) {
            Tensor table = scope.floats(numbers, rows, width);
            Tensor other = scope.zeros(rows, width);
            Tensor vector = scope.floats(new float[] {1, 2, 3}, 3);
            Tensor otherVector = scope.floats(new float[] {5, 6, -1}, 3);
            DecoderKernel.exchange(scope, List.of(table, vector), List.of(other, otherVector));
            assertThat(table.floats()).containsOnly(0);
            assertThat(other.floats()).isEqualTo(numbers);
            assertThat(vector.floats()).containsExactly(5, 6, -1);
            DecoderKernel.lerp(scope, List.of(vector), List.of(otherVector), .25);
            assertThat(vector.floats()).containsExactly(4, 5, 0);
            assertThat(otherVector.floats()).containsExactly(1, 2, 3);
        }
    }
}
