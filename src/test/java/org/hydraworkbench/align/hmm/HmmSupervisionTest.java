package org.hydraworkbench.align.hmm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.Supervision.Entry;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.junit.jupiter.api.Test;

/** What the counts of the HMM with fertility make of what a person said. */
class HmmSupervisionTest {

    @Test
    void aConfirmedLinkCountsAsOftenAsItWeighs() throws HydraException {
        IndexedBitext bitext = new IndexedBitext.Builder()
                .add(List.of("blik", "trop"), List.of("zun", "kem"))
                .build();
        Verdict verdict = new Verdict(Alignment.of(List.of(Link.sure(0, 1))), true);
        TrainedModel trained = new HmmAligner()
                .train(
                        TrainingData.of(bitext).withSupervision(new Supervision(List.of(), Map.of(0, verdict))),
                        AlignOptions.defaults().withThreads(2).withPasses(8),
                        Progress.none());
        HmmStatistics statistics = ((HmmModel) trained.model()).statistics();
        int expected = HmmModel.CONFIRMED_WEIGHT * statistics.states();
        assertThat(statistics.given()[0]).containsExactly(expected, 0);
        assertThat(statistics.none()[0]).containsExactly(expected, 0);
        assertThat(statistics.given()[1]).containsExactly(0, expected);
        assertThat(statistics.none()[1]).containsExactly(0, expected);
    }

    @Test
    void anEntryOfSeveralWordsSharesItsWorthAmongTheirPairs() throws HydraException {
        IndexedBitext bitext = new IndexedBitext.Builder()
                .add(List.of("blik", "trop"), List.of("zun", "kem", "wof"))
                .build();
        Entry entry = new Entry(List.of("Trop"), List.of("zun", "Kem"));
        Entry worthLess = new Entry(List.of("trop", "a", "b", "c"), List.of("zun"));
        try (Workers workers = new Workers(1)) {
            TypePairs types = TypePairs.of(bitext, new boolean[] {true}, workers, Progress.none());
            float[] counts = new float[types.size()];
            GlossaryCounts.add(types, List.of(entry, worthLess), counts);
            float half = HmmModel.GLOSSARY_WEIGHT / 2;
            assertThat(counts).containsExactly(0, 0, 0, half, half, 0);
        }
    }

    @Test
    void theLastUnitOfTheLongestPairCanBeLinked() throws HydraException {
        List<String> longest = new ArrayList<>(Collections.nCopies(Links.MOST_UNITS - 1, "blik"));
        longest.add("trop");
        IndexedBitext bitext = new IndexedBitext.Builder().add(longest, List.of("kem")).build();
        Verdict verdict = new Verdict(Alignment.of(List.of(Link.sure(Links.MOST_UNITS - 1, 0))), true);
        TrainedModel trained = new HmmAligner()
                .train(
                        TrainingData.of(bitext).withSupervision(new Supervision(List.of(), Map.of(0, verdict))),
                        AlignOptions.defaults().withThreads(1).withPasses(2).withLongest(Links.MOST_UNITS),
                        Progress.none());
        HmmStatistics statistics = ((HmmModel) trained.model()).statistics();
        assertThat(statistics.given()[0]).containsExactly(0, HmmModel.CONFIRMED_WEIGHT * statistics.states());
        assertThat(statistics.none()[0]).containsExactly(0);
    }
}
