package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.base.UsageException;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.LinkFiles;
import org.hydraworkbench.testing.SharedData;
import org.junit.jupiter.api.Test;

class HmmMergeTest {

    private static final AlignOptions OPTIONS = AlignOptions.defaults().withThreads(1).withPasses(8);

    @Test
    void linksOfPairsOfWordsAddUp() throws HydraException {
        HmmStatistics one = statistics(0, 80, null);
        HmmStatistics two = statistics(80, 160, null);
        HmmStatistics both = HmmMerge.of(one, 1, two);
        assertThat(both.states()).isEqualTo(one.states());
        assertThat(links(both, "roi", "king")).isEqualTo(links(one, "roi", "king") + links(two, "roi", "king"));
        assertThat(links(both, "de", "of")).isEqualTo(links(one, "de", "of") + links(two, "de", "of"));
    }

    @Test
    void anEarlierModelsLinksAreWeighed() throws HydraException {
        HmmStatistics one = statistics(0, 80, null);
        HmmStatistics two = statistics(80, 160, null);
        int both = links(HmmMerge.of(one, 0.5, two), "de", "of");
        assertThat((double) both).isCloseTo(0.5 * links(one, "de", "of") + links(two, "de", "of"), within(1.0));
    }

    @Test
    void theOrderDoesNotMatterToWhatIsKnown() throws HydraException {
        HmmStatistics one = statistics(0, 80, null);
        HmmStatistics two = statistics(80, 160, null);
        HmmStatistics both = HmmMerge.of(one, 1, two);
        HmmStatistics other = HmmMerge.of(two, 1, one);
        assertThat(both.pairs().rows()).hasSameSizeAs(other.pairs().rows());
        assertThat(links(both, "le", "the")).isEqualTo(links(other, "le", "the"));
        HmmModel here = new HmmModel(both);
        HmmModel there = new HmmModel(other);
        List<String> source = List.of("le", "roi", "mange");
        List<String> target = List.of("the", "king", "eats");
        assertThat(here.posteriors(source, target).forward()).isDeepEqualTo(there.posteriors(source, target).forward());
    }

    @Test
    void whatAnEarlierModelKnowsMakesTheLinksOfAFewPairsBetter() throws HydraException {
        IndexedBitext few = alibi(400, 522);
        List<Alignment> gold =
                LinkFiles.readAll(SharedData.require("align-gold/alibi-fra-eng/gold.talp")).subList(400, 522);
        AlignmentModel earlier = train(TrainingData.of(alibi(0, 400))).model();
        double alone = errorRate(gold, train(TrainingData.of(few)));
        double helped = errorRate(gold, train(TrainingData.of(few).withEarlier(earlier, 1)));
        assertThat(helped).isLessThan(alone - 0.01);
    }

    @Test
    void theModelThatHadAnEarlierOneStillKnowsItsWords() throws HydraException {
        HmmStatistics earlier = statistics(0, 80, null);
        HmmStatistics later = statistics(80, 160, new HmmModel(earlier));
        assertThat(later.source().forms()).startsWith(earlier.source().forms().toArray(String[]::new));
        assertThat(links(later, "roi", "king")).isGreaterThanOrEqualTo(links(earlier, "roi", "king"));
    }

    @Test
    void anEarlierModelWithoutStemsIsRefusedWhereStemsAreWanted() throws HydraException {
        IndexedBitext bitext = alibi(0, 20);
        AlignmentModel plain = new HmmAligner()
                .train(TrainingData.of(bitext), OPTIONS.withHmm(HmmOptions.defaults().withStems(false)), Progress.none())
                .model();
        assertThatThrownBy(() -> train(TrainingData.of(bitext).withEarlier(plain, 1)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("without stems");
    }

    private static int links(HmmStatistics statistics, String source, String target) {
        int k = statistics.pairs().find(statistics.source().id(source), statistics.target().id(target));
        return k < 0 ? 0 : statistics.pairs().counts()[2 * k] + statistics.pairs().counts()[2 * k + 1];
    }

    private static double errorRate(List<Alignment> gold, TrainedModel trained) {
        List<Alignment> found = new ArrayList<>();
        for (int pair = 0; pair < gold.size(); pair++) {
            LinkGrid grid = trained.posteriors().get(pair).links(Symmetrization.INTERSECT, 0);
            List<Link> links = new ArrayList<>();
            for (int cell : grid.cells()) {
                links.add(Link.sure(cell / grid.targets(), cell % grid.targets()));
            }
            found.add(Alignment.of(links));
        }
        return AlignmentMetrics.score(gold, found).aer();
    }

    private static HmmStatistics statistics(int from, int to, AlignmentModel earlier) throws HydraException {
        TrainingData data = TrainingData.of(alibi(from, to));
        return ((HmmModel) train(earlier == null ? data : data.withEarlier(earlier, 1)).model()).statistics();
    }

    private static TrainedModel train(TrainingData data) throws HydraException {
        return new HmmAligner().train(data, OPTIONS, Progress.none());
    }

    private static IndexedBitext alibi(int from, int to) throws HydraException {
        IndexedBitext.Builder builder = new IndexedBitext.Builder();
        for (SentencePair pair :
                Bitexts.readAll(SharedData.require("align-gold/alibi-fra-eng/bitext.gz")).subList(from, to)) {
            builder.add(List.of(pair.source().split(" ")), List.of(pair.target().split(" ")));
        }
        return builder.build();
    }
}
