package org.hydraworkbench.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.runtime.NumberType;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.SmallModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.ModelWeights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Models of every family in bfloat16, against what transformers says in float32. Of these models, whose weights are large, its own
 * bfloat16 differs by up to .04 from that. */
class Bfloat16Test {

    @TempDir
    private Path folder = Path.of("");

    static List<String> models() throws HydraException {
        return FamilyModels.names();
    }

    /** All at once, and the rest after a beginning. */
    @ParameterizedTest
    @MethodSource("models")
    void logitsAreThoseOfFloat32ButForRounding(String model) throws Exception {
        FamilyModels.Expected expected = FamilyModels.expected(model);
        int last = expected.ids().length - 1;
        try (Decoder decoder = Decoder.load(TestModels.bfloat16(), FamilyModels.folder(model), Progress.none())) {
            assertThat(decoder.norm().type()).isEqualTo(NumberType.BF16);
            TokenTable table = decoder.table();
            try (Session session = new Session(decoder)) {
                assertNear(session.feed(table, expected.ids(), table), expected.logits()[last]);
            }
            try (Session session = new Session(decoder)) {
                session.append(table, Arrays.copyOf(expected.ids(), 7));
                assertNear(session.feed(table, Arrays.copyOfRange(expected.ids(), 7, last + 1), table), expected.continued());
            }
            double nll = new Scorer(decoder, table).nll(expected.ids());
            assertThat(Math.abs(nll - expected.nll())).isLessThan(0.01 * expected.nll());
        }
    }

    private static void assertNear(float[] ours, float[] theirs) {
        double error = 0;
        double size = 0;
        double mean = 0;
        for (float each : theirs) {
            mean += each / theirs.length;
        }
        for (int i = 0; i < theirs.length; i++) {
            error += Math.pow(ours[i] - theirs[i], 2);
            size += Math.pow(theirs[i] - mean, 2);
        }
        assertThat(Math.sqrt(error / size)).isPositive().isLessThan(0.06);
    }

    /** What has two bytes a number in its file has so in memory, and in the file that is written of it. */
    @ParameterizedTest
    @MethodSource("models")
    void whatIsInBfloat16IsSavedAsItWas(String model) throws Exception {
        Path half = half(model);
        Path saved = Files.createDirectory(folder.resolve("saved"));
        try (Decoder decoder = Decoder.load(TestModels.bfloat16(), half, Progress.none())) {
            decoder.save(saved, Progress.none());
        }
        try (ModelWeights before = ModelWeights.open(half);
                ModelWeights after = ModelWeights.open(saved)) {
            assertThat(after.names()).containsExactlyInAnyOrderElementsOf(before.names());
            for (String name : before.names()) {
                assertThat(after.info(name)).as(name).isEqualTo(before.info(name));
                assertThat(after.floats(name)).as(name).isEqualTo(before.floats(name));
            }
        }
    }

    /** Tables of another type than the body, as those of a language that was trained. */
    @Test
    void tablesMayBeWiderThanTheBody() throws Exception {
        FamilyModels.Expected expected = FamilyModels.expected("llama");
        try (Decoder decoder = Decoder.load(TestModels.bfloat16(), half("llama"), Decoder.Use.TRAIN, Progress.none());
                TensorScope scope = TestModels.bfloat16().root().child()) {
            decoder.widen(Parameter::isTable);
            assertThat(decoder.table().input().type()).isEqualTo(NumberType.F32);
            assertThat(decoder.norm().type()).isEqualTo(NumberType.BF16);
            try (Session session = new Session(decoder)) {
                assertNear(session.feed(decoder.table(), expected.ids(), decoder.table()), expected.logits()[expected.ids().length - 1]);
            }
        }
    }

    private Path half(String model) throws Exception {
        return SmallModels.half(FamilyModels.folder(model), folder.resolve("half"));
    }
}
