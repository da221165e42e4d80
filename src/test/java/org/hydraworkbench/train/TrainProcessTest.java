package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.hydraworkbench.base.CancelledException;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.InputException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The child process: metrics, cancelling, errors, and that a killed run goes on as if nothing had happened. */
class TrainProcessTest {

    private static final int MANY = 100_000;

    @TempDir
    private Path folder = Path.of("");

    private Path text = Path.of("");

    @BeforeAll
    static void requireAClassPathToPassOn() {
        Assumptions.assumeTrue(
                ClassLoader.getSystemResource("org/hydraworkbench/train/TrainWorker.class") != null,
                "the tests run in a class loader of their own, which a child process would not have");
    }

    @BeforeEach
    void writeText() throws IOException {
        text = Files.writeString(folder.resolve("text.txt"), "The dog saw a cat by the sea. It was a big cat.\n".repeat(40));
    }

    @Test
    void metricsOfEveryStepArriveAndTheModelIsWritten() throws HydraException {
        Path out = folder.resolve("out");
        List<Metrics> steps = new ArrayList<>();
        TrainOutcome outcome = TrainProcess.run(request(3, out), new Stop(), 30, steps::add, Progress.none());
        assertThat(steps).extracting(Metrics::step).containsExactly(1L, 2L, 3L);
        assertThat(outcome).isEqualTo(new TrainOutcome(3, 3, OptionalDouble.of(steps.getLast().loss())));
        assertThat(out.resolve("model.safetensors")).isRegularFile();
    }

    @Test
    void cancellingStopsTheChildWithACheckpoint() {
        Path out = folder.resolve("out");
        Watching progress = new Watching();
        assertThatThrownBy(() -> TrainProcess.run(
                        request(MANY, out), new Stop(), 60, metrics -> progress.cancelled |= metrics.step() >= 3, progress))
                .isInstanceOf(CancelledException.class);
        assertThat(out.resolve("checkpoints/latest")).isRegularFile();
        assertThat(out.resolve("model.safetensors")).doesNotExist();
    }

    @Test
    void aRunThatIsStoppedAndKeptEndsWithAModel() throws HydraException {
        Path out = folder.resolve("out");
        Stop stop = new Stop();
        List<Metrics> steps = new ArrayList<>();
        TrainOutcome outcome = TrainProcess.run(
                request(MANY, out),
                stop,
                60,
                metrics -> {
                    steps.add(metrics);
                    if (metrics.step() == 3) {
                        stop.keep();
                    }
                },
                Progress.none());
        assertThat(outcome.steps()).isBetween(3L, MANY - 1L).isEqualTo(steps.getLast().step());
        assertThat(outcome.loss()).hasValue(steps.getLast().loss());
        try (Decoder decoder = Decoder.load(TestModels.runtime(), out, Progress.none())) {
            assertThat(decoder.config().layers()).isEqualTo(5);
        }
    }

    @Test
    void anErrorOfTheChildIsOurs() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> run(request(new TrainStart.Model(nowhere), 3, 64, folder.resolve("out"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nowhere");
        assertThatThrownBy(() -> run(request(new TrainStart.Model(TestModels.stories()), 3, 1000, folder.resolve("out"))))
                .isInstanceOf(UsageException.class)
                .hasMessage("A length of 1000 is more than the model's context of 512 tokens.");
    }

    private static void run(TrainRequest request) throws HydraException {
        TrainProcess.run(request, new Stop(), 30, metrics -> {}, Progress.none());
    }

    @Test
    void aChildWhosePartnerIsGoneStopsWithACheckpoint() throws HydraException, IOException, InterruptedException {
        Path out = folder.resolve("out");
        Process child = TrainProcess.start(request(MANY, out));
        try (BufferedReader lines = reader(child)) {
            int steps = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (Metrics.parse(line).isPresent() && steps++ == 0) {
                    child.getOutputStream().close();
                }
            }
            assertThat(child.waitFor()).isEqualTo(130);
            assertThat(steps).isLessThan(MANY);
        } finally {
            child.destroyForcibly();
        }
        assertThat(out.resolve("checkpoints/latest")).isRegularFile();
    }

    @Test
    void aKilledRunGoesOnFromItsLastCheckpointWithTheSameLosses() throws HydraException, IOException {
        Path out = folder.resolve("killed");
        killAfterACheckpoint(TrainProcess.start(request(MANY, out)), out);
        long reached = TrainingState.read(Checkpoints.open(out, true).latest().orElseThrow()).step();
        int steps = (int) reached + 5;
        Map<Long, Double> after = losses(out, true, steps);
        Map<Long, Double> uninterrupted = losses(folder.resolve("whole"), false, steps);
        assertThat(after).hasSize(5);
        after.forEach((step, loss) -> assertThat(loss).as("step %d", step).isEqualTo(uninterrupted.get(step)));
    }

    private static BufferedReader reader(Process child) {
        return new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Reads on until there is a checkpoint and two steps more, then kills: no hook runs, nothing is flushed. */
    private static void killAfterACheckpoint(Process child, Path out) throws IOException {
        try (BufferedReader lines = reader(child)) {
            int after = 0;
            for (String line = lines.readLine(); line != null && after < 2; line = lines.readLine()) {
                Optional<Metrics> metrics = Metrics.parse(line);
                if (metrics.isPresent() && Files.exists(out.resolve("checkpoints/latest"))) {
                    after++;
                }
            }
            assertThat(after).as("steps after a checkpoint").isEqualTo(2);
        } finally {
            child.destroyForcibly().onExit().join(); // until then it holds the folder
        }
    }

    private Map<Long, Double> losses(Path out, boolean resume, int steps) throws HydraException {
        TrainRequest request = TrainerTest.request(
                new TrainStart.Model(TestModels.stories()), text, TrainerTest.options(steps).withBatch(4, 64), out, resume);
        Map<Long, Double> losses = new TreeMap<>();
        Trainer.run(
                TestModels.runtime(), request, new Stop(), metrics -> losses.put(metrics.step(), metrics.loss()), Progress.none());
        return losses;
    }

    /** The same run as that of {@link #losses}, with a checkpoint every second. */
    private TrainRequest request(int steps, Path out) {
        return request(new TrainStart.Model(TestModels.stories()), steps, 64, out);
    }

    private TrainRequest request(TrainStart start, int steps, int length, Path out) {
        TrainOptions options = TrainerTest.options(steps).withBatch(4, length).withCheckpointSeconds(1);
        return TrainerTest.request(start, text, options, out, false);
    }

    private static final class Watching implements Progress {
        private volatile boolean cancelled;

        @Override
        public void update(long done, long total) {}

        @Override
        public void message(String message) {}

        @Override
        public void log(String line) {}

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
