package org.hydraworkbench.align.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hydraworkbench.align.Asked;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.AlignmentMetrics;
import org.hydraworkbench.align.links.Cell;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.links.LinkGrid;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentModel;
import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.Vocabulary;
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
        assertThat(Asked.posteriors(here, source, target).forward()).isDeepEqualTo(Asked.posteriors(there, source, target).forward());
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
    void manyLinksAreCountedInFewerStatesBeforeTheyOverflow() throws HydraException {
        HmmStatistics one = statistics(0, 80, null);
        HmmStatistics two = statistics(80, 160, null);
        double weight = 1e5;
        HmmStatistics both = HmmMerge.of(one, weight, two);
        assertThat(both.states()).isLessThan(one.states());
        assertThat((double) links(both, "de", "of") / both.states())
                .isCloseTo(weight * links(one, "de", "of") / one.states(), withinPercentage(1));
        for (int d = 0; d < 2; d++) {
            assertThat(both.noneTotal()[d]).isPositive();
            assertThat(Arrays.stream(both.given()[d])).allMatch(count -> count >= 0);
        }
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

    /** Of two states: a has 1, 2 and 3 times no, one and two links, b has 4, 5 and 6 times. */
    private static HmmStatistics known() {
        return small(2, List.of("a", "b"), List.of("x"), new int[] {0}, new int[] {0}, new int[] {1, 0}, new float[] {0}, new int[][] {{1, 2, 3}, {4, 5, 6}});
    }

    /** Of four states, with b, which {@link #known} has as its second word, and c. */
    private static HmmStatistics learnt() {
        return small(
                4,
                List.of("c", "b"),
                List.of("y", "x"),
                new int[] {0, 0, 1, 1},
                new int[] {0, 1, 0, 1},
                new int[] {1, 0, 0, 1, 1, 0, 1, 1},
                new float[] {0.5f, 0, 0, 0},
                new int[][] {{10, 20, 30}, {40, 50, 60}});
    }

    @Test
    void fertilitiesOfAWordAddUpInTheCommonNumberOfStates() {
        HmmStatistics both = HmmMerge.of(known(), 1, learnt());
        assertThat(both.states()).isEqualTo(4);
        assertThat(both.source().forms()).containsExactly("a", "b", "c");
        assertThat(both.fertilities()[0]).containsExactly(
                2, 4, 6, 0, 0, 0, 0, 0,
                8 + 40, 10 + 50, 12 + 60, 0, 0, 0, 0, 0,
                10, 20, 30, 0, 0, 0, 0, 0);
    }

    @Test
    void fertilitiesOfAnEarlierModelAreWeighed() {
        HmmStatistics both = HmmMerge.of(known(), 0.5, learnt());
        assertThat(Arrays.copyOfRange(both.fertilities()[0], 0, 11)).containsExactly(1, 2, 3, 0, 0, 0, 0, 0, 4 + 40, 5 + 50, 6 + 60);
    }

    @Test
    void aPairWithLessThanHalfALinkAStateIsDroppedUnlessItHasAPseudoCount() {
        SparsePairs pairs = HmmMerge.of(known(), 1, learnt()).pairs();
        // half a link a state
        assertThat(pairs.find(0, 0)).isNotNegative();
        assertThat(pairs.counts()).startsWith(2, 0);
        // c and y: a quarter of a link, and a pseudo-count
        assertThat(pairs.find(2, 1)).isNotNegative();
        // c and x, b and y: a quarter of a link
        assertThat(pairs.find(2, 0)).isNegative();
        assertThat(pairs.find(1, 1)).isNegative();
        // b and x: a quarter of a link in either direction
        assertThat(pairs.find(1, 0)).isNotNegative();
        assertThat(pairs.rows()).hasSize(3);
    }

    /** A model without stems, in which each pair of words has one cell. */
    private static HmmStatistics small(
            int states, List<String> source, List<String> target, int[] rows, int[] columns, int[] counts, float[] priors, int[][] fertilities) {
        int[][] padded = {new int[source.size() * HmmCounts.FERTILITIES], new int[target.size() * HmmCounts.FERTILITIES]};
        for (int e = 0; e < fertilities.length; e++) {
            System.arraycopy(fertilities[e], 0, padded[0], e * HmmCounts.FERTILITIES, fertilities[e].length);
        }
        int[] cells = new int[rows.length];
        Arrays.fill(cells, 1);
        int n = source.size();
        int m = target.size();
        int jumps = 2 * HmmCounts.WIDEST_JUMP + 1;
        return new HmmStatistics(
                vocabulary(source),
                vocabulary(target),
                states,
                false,
                new int[][] {new int[n], new int[m]},
                new int[][] {new int[n], new int[m]},
                new float[][] {new float[n], new float[m]},
                new int[][] {new int[m], new int[n]},
                new int[2],
                new int[][] {new int[jumps], new int[jumps]},
                padded,
                new SparsePairs(rows, columns, counts, cells, priors),
                new HmmStems[0]);
    }

    private static Vocabulary vocabulary(List<String> forms) {
        Vocabulary vocabulary = new Vocabulary();
        forms.forEach(vocabulary::add);
        return vocabulary;
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
            for (Cell cell : grid.cells()) {
                links.add(Link.sure(cell.source(), cell.target()));
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
