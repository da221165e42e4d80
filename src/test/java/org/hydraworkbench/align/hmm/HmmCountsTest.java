package org.hydraworkbench.align.hmm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.junit.jupiter.api.Test;

class HmmCountsTest {

    private static final int TASKS = 32;
    private static final int TIMES = 100_000;
    private static final int FERTILITY_TIMES = 10 * TIMES;
    private static final int ALL = TASKS * TIMES;

    /** All threads count in the same places for a while: were a sum read and written in two steps, some would be lost. */
    @Test
    void whatSeveralThreadsCountAddsUp() throws HydraException {
        IndexedBitext bitext =
                new IndexedBitext.Builder().add(List.of("blik"), List.of("zun")).build();
        try (Workers workers = new Workers(4)) {
            TypePairs types = TypePairs.of(bitext, new boolean[] {true}, workers, Progress.none());
            HmmCounts counts = new HmmCounts(LexicalPrior.of(
                    types, TrainingData.of(bitext), HmmOptions.defaults(), workers, Progress.none()));
            workers.run(TASKS, Progress.none(), (task, worker) -> {
                for (int k = 0; k < TIMES; k++) {
                    counts.addLink(1, 0, 0, 0, 1);
                    counts.addNone(0, 0, 1);
                }
                for (int k = 0; k < FERTILITY_TIMES; k++) {
                    counts.addFertility(1, 0, k % HmmCounts.FERTILITIES, 1);
                }
            });
            assertThat(counts.pairs).containsExactly(0, ALL);
            assertThat(counts.given[1]).containsExactly(ALL);
            assertThat(counts.none[0]).containsExactly(ALL);
            assertThat(counts.noneTotal).containsExactly(ALL, 0);
            assertThat(counts.fertilities[1]).hasSize(HmmCounts.FERTILITIES).containsOnly(TASKS * FERTILITY_TIMES / HmmCounts.FERTILITIES);
            for (int l = 0; l < counts.groupPairs.length; l++) {
                assertThat(counts.groupPairs[l]).containsExactly(0, ALL);
                assertThat(counts.groupGiven[l][1]).containsExactly(ALL);
            }
        }
    }
}
