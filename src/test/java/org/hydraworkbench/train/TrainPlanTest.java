package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.model.Decoder;
import org.hydraworkbench.model.Parameter;
import org.hydraworkbench.testing.TestModels;
import org.hydraworkbench.weights.TensorInfo;
import org.junit.jupiter.api.Test;

/** On stories260K: five layers, a tied head. */
class TrainPlanTest {

    private static List<String> trained(TrainPlan plan) throws HydraException {
        try (Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none())) {
            return new TrainedParameters(decoder, name -> plan.trains(name, 5, PlanDetails.USUAL), List.of(new DirectionTables(decoder.table(), List.of()))).trained().stream().map(Parameter::name).toList();
        }
    }

    @Test
    void aTiedHeadIsTrainedOnceAsTheInputTable() throws HydraException {
        assertThat(trained(TrainPlan.EMBEDDINGS)).containsExactly("model.embed_tokens.weight");
    }

    @Test
    void outerLayersAreTheFirstTwoAndTheLastTwo() throws HydraException {
        List<String> names = trained(TrainPlan.OUTER_LAYERS);
        assertThat(names).hasSize(1 + 4 * 9).doesNotContain("model.norm.weight");
        assertThat(IntStream.range(0, 5).filter(i -> names.contains("model.layers." + i + ".self_attn.q_proj.weight")))
                .containsExactly(0, 1, 3, 4);
    }

    @Test
    void theFullPlanTrainsEveryTensorOnce() throws HydraException {
        try (Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none())) {
            assertThat(trained(TrainPlan.FULL))
                    .hasSize(2 + 5 * 9)
                    .isEqualTo(Parameter.all(decoder.config(), null).stream().map(TensorInfo::name).toList());
            assertThat(Parameter.all(decoder.config(), null).stream().mapToLong(TensorInfo::elements).sum())
                    .isEqualTo(decoder.config().parameters());
        }
    }

    /** The names are given beside the tensors, not by them: their shapes must agree. */
    @Test
    void everyParameterHasTheShapeOfItsName() throws HydraException {
        try (Decoder decoder = Decoder.load(TestModels.runtime(), TestModels.stories(), Progress.none())) {
            List<Parameter> parameters = decoder.parameters();
            assertThat(parameters.get(1)).isEqualTo(parameters.get(0));
            for (TensorInfo info : Parameter.all(decoder.config(), null)) {
                assertThat(parameters)
                        .filteredOn(parameter -> parameter.name().equals(info.name()))
                        .isNotEmpty()
                        .allSatisfy(parameter -> assertThat(parameter.tensor().shape()).isEqualTo(info.shape()));
            }
        }
    }

    @Test
    void aModelOfFewLayersHasOnlyOuterOnes() {
        assertThat(TrainPlan.OUTER_LAYERS.trains("model.layers.1.mlp.down_proj.weight", 3, PlanDetails.USUAL)).isTrue();
        assertThat(TrainPlan.OUTER_LAYERS.trains("model.layers.10.mlp.down_proj.weight", 24, PlanDetails.USUAL)).isFalse();
        assertThat(TrainPlan.OUTER_LAYERS.trains("model.layers.22.mlp.down_proj.weight", 24, PlanDetails.USUAL)).isTrue();
    }
}
