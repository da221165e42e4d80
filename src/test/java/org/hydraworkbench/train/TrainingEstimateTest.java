package org.hydraworkbench.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hydraworkbench.model.folder.DecoderConfig;
import org.hydraworkbench.model.folder.PretrainedFolder;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;

class TrainingEstimateTest {

    private static TrainingEstimate of(TrainPlan plan) throws Exception {
        DecoderConfig config = PretrainedFolder.open(SharedData.require("models/house-5M")).config();
        return TrainingEstimate.of(config, TrainOptions.defaults().withPlan(plan).withBatch(8, 128));
    }

    @Test
    void countsTheWeightsOfTheModelCard() throws Exception {
        // 4,959,168 by the model card; two tables of 5,996 rows, 192 wide.
        assertThat(of(TrainPlan.FULL).parameters()).isEqualTo(4_959_168);
        assertThat(of(TrainPlan.FULL).trained()).isEqualTo(4_959_168);
        assertThat(of(TrainPlan.EMBEDDINGS).trained()).isEqualTo(2L * 5_996 * 192);
        // A layer: four square projections (as many key-value heads as heads), three of the feed-forward, two norms.
        long layer = 4L * 192 * 192 + 3L * 192 * 512 + 2L * 192;
        assertThat(of(TrainPlan.OUTER_LAYERS).trained()).isEqualTo(2L * 5_996 * 192 + 4 * layer);
    }

    @Test
    void aMeanTakesAnotherCopyOfWhatIsTrained() throws Exception {
        DecoderConfig config = PretrainedFolder.open(SharedData.require("models/house-5M")).config();
        TrainOptions options = TrainOptions.defaults().withBatch(8, 128);
        assertThat(TrainingEstimate.of(config, options.withAverage(100)).bytes())
                .isEqualTo(TrainingEstimate.of(config, options).bytes() + 4L * 2 * 5_996 * 192);
    }

    @Test
    void morePlansCostMore() throws Exception {
        assertThat(of(TrainPlan.EMBEDDINGS).bytes()).isLessThan(of(TrainPlan.OUTER_LAYERS).bytes());
        assertThat(of(TrainPlan.OUTER_LAYERS).bytes()).isLessThan(of(TrainPlan.FULL).bytes());
        assertThat(of(TrainPlan.EMBEDDINGS).costPerToken()).isLessThan(of(TrainPlan.FULL).costPerToken());
    }

    @Test
    void timeScalesWithTheCostOfTheMeasuredRun() throws Exception {
        TrainingEstimate full = of(TrainPlan.FULL);
        assertThat(full.seconds(10_000, 500, full.costPerToken())).isEqualTo(20, within(1e-9));
        assertThat(full.seconds(10_000, 500, full.costPerToken() / 2)).isEqualTo(40, within(1e-9));
    }
}
