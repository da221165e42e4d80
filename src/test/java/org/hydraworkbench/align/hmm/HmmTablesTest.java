package org.hydraworkbench.align.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hydraworkbench.align.links.Alignment;
import org.hydraworkbench.align.links.Direction;
import org.hydraworkbench.align.links.Link;
import org.hydraworkbench.align.model.Choices;
import org.hydraworkbench.align.model.HmmOptions;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.Supervision.Verdict;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.TypePairs;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the weights of words are made of, by hand, with counts that are chosen. */
class HmmTablesTest {

    private static final HmmOptions WORDS_ALONE = HmmOptions.defaults().withStems(false).withCognates(false);

    /** By sentence, direction and generated unit: its given unit, or -1 for NULL. */
    private static final int[][][] LINKS = {
        {{0, 2, -1, 0}, {0, 1, 1}},
        {{0, 1}, {-1, 1}},
        {{-1, 1}, {0, 0}},
    };

    private static IndexedBitext animals() {
        return new IndexedBitext.Builder()
                .add(List.of("le", "chat", "noir"), List.of("the", "black", "cat", "the"))
                .add(List.of("le", "chats"), List.of("the", "cats"))
                .add(List.of("un", "noir"), List.of("a", "blackbird"))
                .build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSentencesWeightsWithoutItsOwnLinkAreThoseOfCountsThatLackTheLink(boolean stems) throws HydraException {
        Trained all = new Trained(animals(), HmmOptions.defaults().withStems(stems));
        double[] mostByOwnLink = new double[2];
        for (int s = 0; s < LINKS.length; s++) {
            for (int d = 0; d < 2; d++) {
                SentenceSampler counted = all.loaded(all.counts(-1, -1, -1), s, d);
                SentenceSampler without = all.loaded(all.counts(-1, -1, -1), s, d);
                System.arraycopy(LINKS[s][d], 0, without.links, 0, LINKS[s][d].length);
                all.tables(all.counts(-1, -1, -1)).withoutOwnLinks(d, s, without, null);
                for (int j = 0; j < LINKS[s][d].length; j++) {
                    double expected = weight(all.loaded(all.counts(s, d, j), s, d), j, LINKS[s][d][j]);
                    String place = "pair %d, direction %d, unit %d".formatted(s, d, j);
                    assertThat((double) weight(without, j, LINKS[s][d][j])).as(place).isCloseTo(expected, within(1e-3 * expected));
                    int kind = LINKS[s][d][j] < 0 ? 0 : 1;
                    mostByOwnLink[kind] = Math.max(mostByOwnLink[kind], weight(counted, j, LINKS[s][d][j]) / expected);
                }
            }
        }
        assertThat(Math.min(mostByOwnLink[0], mostByOwnLink[1])).isGreaterThan(1.5);
    }

    @Test
    void otherLinksOfASentenceKeepTheirWeights() throws HydraException {
        Trained all = new Trained(animals(), HmmOptions.defaults());
        SentenceSampler counted = all.loaded(all.counts(-1, -1, -1), 0, 0);
        SentenceSampler without = all.loaded(all.counts(-1, -1, -1), 0, 0);
        System.arraycopy(LINKS[0][0], 0, without.links, 0, 4);
        all.tables(all.counts(-1, -1, -1)).withoutOwnLinks(0, 0, without, null);
        assertThat(weight(without, 1, 0)).isEqualTo(weight(counted, 1, 0));
        assertThat(weight(without, 0, -1)).isEqualTo(weight(counted, 0, -1));
    }

    @Test
    void aConfirmedLinkIsTakenOutAsOftenAsItCounts() throws HydraException {
        Trained all = new Trained(animals(), WORDS_ALONE);
        Choices choices = Choices.of(new Verdict(Alignment.of(List.of(Link.sure(0, 0), Link.sure(1, 1))), true), 2, 2, Direction.FORWARD);
        HmmCounts counts = all.counts(1, 0, 0);
        all.count(counts, 1, 0, 0, HmmModel.CONFIRMED_WEIGHT);
        SentenceSampler without = all.loaded(counts, 1, 0);
        without.links[0] = 0;
        without.links[1] = -1;
        all.tables(counts).withoutOwnLinks(0, 1, without, choices);
        double expected = weight(all.loaded(all.counts(1, 0, 0), 1, 0), 0, 0);
        assertThat((double) weight(without, 0, 0)).isCloseTo(expected, within(1e-3 * expected));
    }

    /**
     * Three pairs, in which a and x stand together three times, a and y, b and x, b and y once each. Counts are sums over two states; NULL's
     * counts are 1 for x and 2 for y.
     */
    @Test
    void aWeightLacksTheShareThatOneOfItsCellsHas() throws HydraException {
        IndexedBitext bitext = new IndexedBitext.Builder()
                .add(List.of("a"), List.of("x"))
                .add(List.of("a"), List.of("x"))
                .add(List.of("a", "b"), List.of("x", "y"))
                .build();
        Trained three = new Trained(bitext, WORDS_ALONE);
        HmmCounts counts = new HmmCounts(three.prior);
        three.count(counts, 2, 0, 0, 0, 6);
        three.count(counts, 2, 0, 1, 1, 2);
        three.count(counts, 2, 0, 0, -1, 1);
        three.count(counts, 2, 0, 1, -1, 2);
        three.count(counts, 2, 1, 0, 0, 4);
        HmmTables tables = new HmmTables(three.prior, counts, 0.5f, three.cells(Supervision.none()), 2);
        SentenceSampler sampler = three.loaded(tables, 2, 0);
        double alpha = 0.001;
        double kept = 2 / 3.0;
        double forward = (3 * kept + alpha) / (3 + 3 * alpha);
        double reverse = (2 * kept + alpha) / (2 + 3 * alpha);
        assertThat((double) weight(sampler, 0, 0)).isCloseTo(forward * Math.pow(reverse, 0.25), within(1e-5));
        double ofOneCell = alpha / (1 + 3 * alpha) * Math.pow(alpha / (3 * alpha), 0.25);
        assertThat((double) weight(sampler, 1, 1)).isCloseTo(ofOneCell, within(1e-5 * ofOneCell));
        double none = 0.2 * Math.pow(5 / 2.0, 0.25) / (1.5 + 3 * alpha);
        assertThat((double) weight(sampler, 0, -1)).isCloseTo(none * (0.5 * kept + alpha), within(1e-5));
        assertThat((double) weight(sampler, 1, -1)).isCloseTo(none * alpha, within(1e-7));
    }

    @Test
    void withoutOneOfKCellsACountKeepsAllButOneKth() {
        CellCounts cells = new CellCounts(new int[] {0, 1, 4}, new int[][] {{2, 10}}, new int[][] {{5}, {1, 8}});
        assertThat(new float[] {cells.keptOfPair(0), cells.keptOfPair(1), cells.keptOfPair(2)}).containsExactly(1, 0, 0.75f);
        assertThat(new float[] {cells.keptOfGroups(0, 0), cells.keptOfGroups(0, 1)}).containsExactly(0.5f, 0.9f);
        assertThat(new float[] {cells.keptOfUnit(0, 0), cells.keptOfUnit(1, 0), cells.keptOfUnit(1, 1)})
                .containsExactly(0.8f, 0, 0.875f);
    }

    @Test
    void cellsOfAConfirmedPairCountAsOftenAsItsLinks() throws HydraException {
        Trained all = new Trained(animals(), HmmOptions.defaults());
        Verdict verdict = new Verdict(Alignment.of(List.of(Link.sure(0, 0))), true);
        CellCounts cells = all.cells(new Supervision(List.of(), Map.of(1, verdict)));
        // le and the: twice in the first pair, once in the second, which is confirmed
        assertThat(cells.ofPair(all.id(1, 0, 0))).isEqualTo(2 + HmmModel.CONFIRMED_WEIGHT);
        // the stems of chat and of cat: chat and cat, chats and cats
        assertThat(cells.groups(0)[all.prior.stems()[0].pair(all.id(1, 1, 1))]).isEqualTo(1 + HmmModel.CONFIRMED_WEIGHT);
        // chat and black
        assertThat(cells.ofPair(all.id(0, 1, 1))).isEqualTo(1);
    }

    private static float weight(SentenceSampler sampler, int generated, int given) {
        return given < 0 ? sampler.none[generated] : sampler.lexical[generated * sampler.given + given];
    }

    /** A bitext with what its tables need. */
    private static final class Trained {

        private final IndexedBitext bitext;
        private final TypePairs types;
        private final LexicalPrior prior;

        Trained(IndexedBitext bitext, HmmOptions options) throws HydraException {
            this.bitext = bitext;
            boolean[] usable = new boolean[bitext.size()];
            Arrays.fill(usable, true);
            try (Workers workers = new Workers(1)) {
                types = TypePairs.of(bitext, usable, workers, Progress.none());
                prior = LexicalPrior.of(types, TrainingData.of(bitext), options, workers, Progress.none());
            }
        }

        CellCounts cells(Supervision supervision) throws HydraException {
            boolean[] usable = new boolean[bitext.size()];
            Arrays.fill(usable, true);
            return new CellCounts(prior, new HmmClamps(supervision, bitext, usable), Progress.none());
        }

        /** The number of the types of source unit i and target unit j. */
        int id(int sentence, int i, int j) {
            return types.cells(sentence)[types.offset(sentence) + i * bitext.target().length(sentence) + j];
        }

        /** Counts of {@link #LINKS}, but for one. */
        HmmCounts counts(int lessSentence, int lessDirection, int lessUnit) {
            HmmCounts counts = new HmmCounts(prior);
            for (int s = 0; s < LINKS.length; s++) {
                for (int d = 0; d < 2; d++) {
                    for (int j = 0; j < LINKS[s][d].length; j++) {
                        if (s != lessSentence || d != lessDirection || j != lessUnit) {
                            count(counts, s, d, j, 1);
                        }
                    }
                }
            }
            return counts;
        }

        void count(HmmCounts counts, int s, int d, int j, int by) {
            count(counts, s, d, j, LINKS[s][d][j], by);
        }

        void count(HmmCounts counts, int s, int d, int j, int i, int by) {
            int sourceUnit = d == 0 ? i : j;
            int targetUnit = d == 0 ? j : i;
            if (i < 0) {
                counts.addNone(d, (d == 0 ? bitext.target() : bitext.source()).sentence(s)[j], by);
            } else {
                int source = bitext.source().sentence(s)[sourceUnit];
                int target = bitext.target().sentence(s)[targetUnit];
                counts.addLink(d, id(s, sourceUnit, targetUnit), source, target, by);
            }
        }

        HmmTables tables(HmmCounts counts) throws HydraException {
            HmmTables tables = new HmmTables(prior, counts, 4);
            update(tables);
            return tables;
        }

        private static void update(HmmTables tables) throws HydraException {
            try (Workers workers = new Workers(1)) {
                tables.update(HmmStage.FERTILITIES, workers, Progress.none());
            }
        }

        SentenceSampler loaded(HmmCounts counts, int sentence, int direction) throws HydraException {
            return loaded(tables(counts), sentence, direction);
        }

        SentenceSampler loaded(HmmTables tables, int sentence, int direction) throws HydraException {
            update(tables);
            SentenceSampler[] both = {new SentenceSampler(), new SentenceSampler()};
            tables.load(sentence, both[0], both[1]);
            return both[direction];
        }
    }
}
