package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.family.FileNames;
import org.hydraworkbench.model.family.FileTensor;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.Tensor;
import org.hydraworkbench.model.runtime.TensorRuntime;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.TableNames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the gradients of a model of every family are those of PyTorch. */
class FamilyGradientsTest {

    static List<String> models() throws HydraException {
        return FamilyModels.names();
    }

    @ParameterizedTest
    @MethodSource("models")
    void gradientsAreThoseOfPyTorch(String model) throws Exception {
        assertGradients(model, TestModels.runtime(), false, 2e-5, 1e-4);
    }

    @ParameterizedTest
    @MethodSource("models")
    void soTheyAreWhereLayersAreRunAgain(String model) throws Exception {
        assertGradients(model, TestModels.runtime(), true, 2e-5, 1e-4);
    }

    /** Weights are float32, and so are their gradients; what is between is of fewer bits. */
    @ParameterizedTest
    @MethodSource("models")
    void inBfloat16TheyAreTheSameButForRounding(String model) throws Exception {
        assertGradients(model, TestModels.bfloat16(), true, 0.01, 0.1);
    }

    private static void assertGradients(String model, TensorRuntime runtime, boolean recompute, double precision, double gradientPrecision)
            throws Exception {
        FamilyModels.Expected expected = FamilyModels.expected(model);
        int[] ids = expected.ids();
        Batch batch = new Batch(0, 1, ids.length - 1, Arrays.copyOf(ids, ids.length - 1), Arrays.copyOfRange(ids, 1, ids.length));
        try (Decoder decoder = Decoder.load(runtime, FamilyModels.folder(model), Decoder.Use.TRAIN, Progress.none());
                TensorScope scope = runtime.root().child()) {
            TrainedParameters parameters =
                    new TrainedParameters(decoder, name -> true, List.of(new DirectionTables(decoder.table(), List.of())));
            TrainOptions options = TrainOptions.defaults().withThrift(new Thrift(1, recompute));
            StepGradients gradients = StepGradients.of(scope, List.of(batch), parameters, decoder, options, 1);
            assertThat(gradients.loss()).isCloseTo(expected.nll(), within(precision * expected.nll()));
            Map<String, Double> ours = new LinkedHashMap<>();
            for (Map.Entry<String, Tensor> each : gradients.byName().entrySet()) {
                ours.put(each.getKey(), squares(each.getValue().floats()));
            }
            Map<String, Double> theirs = new LinkedHashMap<>();
            expected.gradients().forEach((name, norm) -> theirs.merge(own(name, decoder.config()), norm * norm, Double::sum));
            assertThat(ours).containsOnlyKeys(theirs.keySet());
            ours.forEach((name, sum) -> assertThat(Math.sqrt(sum))
                    .as(name)
                    .isCloseTo(Math.sqrt(theirs.get(name)), within(gradientPrecision * Math.max(1, Math.sqrt(theirs.get(name))))));
        }
    }

    static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** What we call the tensor that one of transformers is a part of. */
    static String own(String name, DecoderConfig config) {
        FileNames names = config.family().names();
        if (name.equals(names.inputTable())) {
            return TableNames.INPUT;
        }
        if (name.equals(names.headTable()) || name.equals(TableNames.HEAD)) {
            return TableNames.HEAD; // transformers has one name for all, and another in files
        }
        for (FileTensor each : names.outer(config.block(), config.sizes())) {
            if (each.name().equals(name)) {
                return each.weight().ownName();
            }
        }
        for (int layer = 0; layer < config.layers(); layer++) {
            for (FileTensor each : config.family().tensors(config.block(), config.sizes())) {
                if (name.equals(names.layer(layer) + each.name())) {
                    return "model.layers." + layer + "." + each.weight().ownName();
                }
            }
        }
        throw new AssertionError(name + " is of no tensor of ours");
    }
}
