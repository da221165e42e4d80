package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.AdapterFolder;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.runtime.TensorScope;
import org.hydraworkbench.testing.Adapters;
import org.hydraworkbench.testing.FamilyModels;
import org.hydraworkbench.testing.TestModels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That the gradients of what is learnt beside a model are those of peft. */
class AdapterGradientsTest {

    static List<String> adapters() throws HydraException {
        return Adapters.names();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void gradientsAreThoseOfPeft(String adapter) throws Exception {
        assertGradients(adapter, false);
        assertGradients(adapter, true);
    }

    private static void assertGradients(String adapter, boolean recompute) throws Exception {
        Adapters.Expected expected = Adapters.expected(adapter);
        int[] ids = expected.ids();
        Batch batch = new Batch(0, 1, ids.length - 1, Arrays.copyOf(ids, ids.length - 1), Arrays.copyOfRange(ids, 1, ids.length));
        try (Decoder decoder = Decoder.load(TestModels.runtime(), FamilyModels.folder(expected.base()), Decoder.Use.TRAIN, Progress.none());
                TensorScope scope = TestModels.runtime().root().child()) {
            AdapterFolder.apply(Adapters.folder(adapter), decoder, 1);
            TrainPlan plan = TrainPlan.LORA;
            TrainedParameters parameters = new TrainedParameters(
                    decoder,
                    name -> plan.trains(name, decoder.config().layers(), PlanDetails.USUAL),
                    List.of(new DirectionTables(decoder.table(), List.of())));
            TrainOptions options = TrainOptions.defaults().withThrift(new Thrift(1, recompute));
            StepGradients gradients = StepGradients.of(scope, List.of(batch), parameters, decoder, options, 1);
            assertThat(gradients.loss()).isCloseTo(expected.nll(), within(2e-5 * expected.nll()));
            assertThat(expected.gradients()).isNotEmpty();
            for (Map.Entry<String, Double> each : expected.gradients().entrySet()) {
                String name = own(each.getKey(), decoder.config());
                assertThat(gradients.byName()).containsKey(name);
                assertThat(Math.sqrt(FamilyGradientsTest.squares(gradients.byName().get(name).floats())))
                        .as(name)
                        .isCloseTo(each.getValue(), within(1e-4 * Math.max(1, each.getValue())));
            }
        }
    }

    private static String own(String name, DecoderConfig config) {
        int beside = name.indexOf(".lora_");
        if (beside < 0) {
            return FamilyGradientsTest.own(name, config);
        }
        String matrix = FamilyGradientsTest.own(name.substring(0, beside) + ".weight", config);
        return matrix.replaceAll("\\.weight$", "") + name.substring(beside);
    }
}
