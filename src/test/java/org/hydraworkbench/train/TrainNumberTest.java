package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.train.LearningRate.Decay;
import org.hydraworkbench.train.TrainNumber.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainNumberTest {

    @ParameterizedTest
    @EnumSource(TrainNumber.class)
    void noNumberMayBeInfiniteOrNoneAtAll(TrainNumber number) {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -1}) {
            assertThat(number.problem(bad)).as("%s", bad).hasValueSatisfying(s -> assertThat(s).matches("The [^.]+ (must|is) [^.]+\\."));
        }
        assertThat(number.problem(usable(number))).isEmpty();
    }

    /** 1, where it is no share. */
    private static double usable(TrainNumber number) {
        return Math.min(1, number.most());
    }

    @Test
    void eachSaysWhatItMayBe() {
        assertThat(TrainNumber.STEPS.problem(0)).contains("The number of steps must be a whole number, at least 1.");
        assertThat(TrainNumber.STEPS.problem(2.5)).contains("The number of steps must be a whole number, at least 1.");
        assertThat(TrainNumber.STEPS.problem(3e9)).contains("The number of steps is too large.");
        assertThat(TrainNumber.DROPOUT.problem(1)).contains("The dropout is too large.");
        assertThat(TrainNumber.RATE.problem(0)).contains("The learning rate must be a number above 0.");
        assertThat(TrainNumber.RATE.problem(Double.NaN)).contains("The learning rate must be a number above 0.");
        assertThat(TrainNumber.RATE.problem(1e-300)).isEmpty();
        assertThat(TrainNumber.WEIGHT_DECAY.problem(-0.1)).contains("The weight decay must be a number, at least 0.");
        assertThat(TrainNumber.WEIGHT_DECAY.problem(0)).isEmpty();
        assertThat(TrainNumber.WARMUP.problem(0)).isEmpty();
    }

    @Test
    void allProblemsAreToldEachBesideItsNumber() {
        assertThat(TrainNumber.problems(Map.of(TrainNumber.RATE, Double.NaN, TrainNumber.STEPS, 5, TrainNumber.BATCH, 0)))
                .extracting(Problem::number)
                .containsExactly(TrainNumber.BATCH, TrainNumber.RATE);
    }

    @Test
    void theWarmUpIsNoLongerThanTheRun() {
        assertThat(TrainNumber.problems(Map.of(TrainNumber.STEPS, 5, TrainNumber.WARMUP, 30)))
                .containsExactly(new Problem(TrainNumber.WARMUP, "The warm-up must not be longer than the run of 5 steps."));
        assertThat(TrainNumber.problems(Map.of(TrainNumber.STEPS, 5, TrainNumber.WARMUP, 5))).isEmpty();
        // Where the steps themselves are wrong, nothing can be said of the warm-up.
        assertThat(TrainNumber.problems(Map.of(TrainNumber.STEPS, -5, TrainNumber.WARMUP, 30)))
                .extracting(Problem::number)
                .containsExactly(TrainNumber.STEPS);
    }

    @Test
    void aStepFitsIntoAnArray() {
        assertThat(TrainNumber.problems(Map.of(TrainNumber.BATCH, 100_000, TrainNumber.LENGTH, 100_000)))
                .extracting(Problem::number)
                .containsExactly(TrainNumber.BATCH);
        assertThat(TrainNumber.problems(Map.of(TrainNumber.BATCH, 1 << 15, TrainNumber.LENGTH, (1 << 15) - 1))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TrainNumber.class)
    void theOptionsRefuseWhatIsAProblem(TrainNumber number) {
        assertRefused(number, -1);
    }

    @ParameterizedTest
    @EnumSource(names = {"RATE", "WEIGHT_DECAY", "LABEL_SMOOTHING", "DROPOUT", "WORD_DROPOUT", "BPE_DROPOUT", "CLIP"})
    void theOptionsRefuseWhatIsNoNumber(TrainNumber number) {
        assertRefused(number, Double.NaN);
        assertRefused(number, Double.POSITIVE_INFINITY);
    }

    private static void assertRefused(TrainNumber number, double value) {
        Map<TrainNumber, Double> numbers = new EnumMap<>(TrainNumber.class);
        for (TrainNumber each : TrainNumber.values()) {
            numbers.put(each, usable(each));
        }
        assertThat(options(numbers).steps()).isEqualTo(1);
        numbers.put(number, value);
        assertThatThrownBy(() -> options(numbers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(number.problem(value).orElseThrow());
    }

    @Test
    void fewerStepsShortenTheWarmUp() {
        TrainOptions options = TrainOptions.defaults().withRate(new LearningRate(1e-3, 80, Decay.LINEAR));
        assertThat(options.withSteps(5).rate().warmup()).isEqualTo(5);
        assertThat(options.withSteps(90).rate().warmup()).isEqualTo(80);
    }

    private static TrainOptions options(Map<TrainNumber, Double> numbers) {
        Samples samples = new Samples(Path.of("t"), numbers.get(TrainNumber.SAMPLE_EVERY).intValue());
        assertThat(samples.every()).isEqualTo(1);
        return new TrainOptions(
                TrainPlan.FULL,
                numbers.get(TrainNumber.STEPS).intValue(),
                numbers.get(TrainNumber.BATCH).intValue(),
                numbers.get(TrainNumber.LENGTH).intValue(),
                new LearningRate(
                        numbers.get(TrainNumber.RATE), numbers.get(TrainNumber.WARMUP).intValue(), Decay.LINEAR),
                numbers.get(TrainNumber.WEIGHT_DECAY),
                new Regularisation(
                        numbers.get(TrainNumber.LABEL_SMOOTHING), numbers.get(TrainNumber.DROPOUT), numbers.get(TrainNumber.WORD_DROPOUT),
                        numbers.get(TrainNumber.BPE_DROPOUT)),
                numbers.get(TrainNumber.CLIP),
                0,
                numbers.get(TrainNumber.CHECKPOINT_SECONDS).intValue(),
                HeldOut.text(Path.of("t"), numbers.get(TrainNumber.EVAL_EVERY).intValue())
                        .withPatience(numbers.get(TrainNumber.PATIENCE).intValue()),
                new Thrift(numbers.get(TrainNumber.ACCUMULATE).intValue(), false),
                numbers.get(TrainNumber.AVERAGE).intValue(),
                new PlanDetails(numbers.get(TrainNumber.RANK).intValue(), numbers.get(TrainNumber.ALPHA), List.of()),
                numbers.get(TrainNumber.KEEP).intValue());
    }
}
