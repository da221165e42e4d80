package org.hydraworkbench.align;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hydraworkbench.align.hmm.LearntLinks;
import org.hydraworkbench.align.links.Links;
import org.hydraworkbench.align.links.Symmetrization;
import org.hydraworkbench.align.model.AlignOptions;
import org.hydraworkbench.align.model.AlignmentMethod;
import org.hydraworkbench.align.model.Supervision;
import org.hydraworkbench.align.model.TrainedModel;
import org.hydraworkbench.align.model.TrainingData;
import org.hydraworkbench.align.tables.IndexedBitext;
import org.hydraworkbench.align.tables.Workers;
import org.hydraworkbench.base.HydraException;
import org.hydraworkbench.base.Progress;
import org.hydraworkbench.corpus.Bitexts;
import org.hydraworkbench.corpus.SentencePair;
import org.hydraworkbench.testing.SharedData;
import org.hydraworkbench.tokenizer.Segmenter;
import org.hydraworkbench.tokenizer.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BitextInPartsTest {

    private static final Segmenter SPACES = Segmenter.of(Unit.GIVEN, null);
    private static final Segmenter WORDS = Segmenter.of(Unit.WORD, null);
    private static final long CELLS = 200_000;
    private static final long CELLS_OF_ALIBI = 564_789;
    private static final AlignOptions OPTIONS = AlignOptions.defaults()
            .withModel(AlignmentMethod.HMM_FERTILITY)
            .withSymmetrization(Symmetrization.INTERSECT)
            .withThreads(2)
            .withPasses(6)
            .withCellsAPart(CELLS);

    @ParameterizedTest
    @EnumSource(AlignmentMethod.class)
    void aBitextOfOnePartIsAlignedAsAWhole(AlignmentMethod model) throws HydraException {
        List<SentencePair> pairs = alibi();
        AlignOptions options = OPTIONS.withModel(model).withCellsAPart(2 * CELLS_OF_ALIBI);
        IndexedBitext.Builder whole = new IndexedBitext.Builder();
        for (SentencePair pair : pairs) {
            whole.add(List.of(pair.source().split(" ")), List.of(pair.target().split(" ")));
        }
        IndexedBitext bitext = whole.build();
        assertThat(cells(bitext, bitext.size())).isEqualTo(CELLS_OF_ALIBI);
        TrainedModel trained = Aligners.of(model).train(TrainingData.of(bitext), options, Progress.none());
        Links links;
        try (Workers workers = new Workers(1)) {
            links = LinkExtraction.of(bitext, options).extract(trained.posteriors(), Supervision.none(), workers, Progress.none());
        }
        assertThat(Aligned.of(pairs, SPACES, SPACES, options).links()).usingRecursiveComparison().isEqualTo(links);
    }

    @Test
    void whatWasLearntFromEveryPartIsKnownInTheEnd() throws HydraException {
        List<SentencePair> pairs = Bitexts.readAll(SharedData.require("bitext/eng-kab.tatoeba.train.tsv.gz"));
        List<Integer> firsts = new ArrayList<>();
        Aligned aligned = Aligned.of(
                PairSource.of(pairs),
                WORDS,
                WORDS,
                part -> {
                    firsts.add(part.first());
                    assertThat(cells(part.bitext(), part.bitext().size() - 1)).isLessThan(CELLS);
                    assertThat(part.last() || cells(part.bitext(), part.bitext().size()) >= CELLS).isTrue();
                    return TrainingData.of(part.bitext());
                },
                OPTIONS);
        assertThat(firsts).startsWith(0).isSorted().doesNotHaveDuplicates().hasSizeGreaterThan(2);
        assertThat(aligned.links().size()).isEqualTo(pairs.size());
        assertThat(aligned.summary().pairs()).isEqualTo(pairs.size());
        for (int pair : new int[] {0, 5000, pairs.size() - 1}) {
            for (String form : WORDS.segment(pairs.get(pair).source()).forms()) {
                assertThat(aligned.model().source().id(form.toLowerCase(Locale.ROOT))).as(form).isNotNegative();
            }
        }
        assertThat(LearntLinks.of(aligned.model(), "tom", "tom")).isGreaterThan(toms(pairs) / 2);
    }

    /** Source units times target units of the first {@code pairs} pairs. */
    private static long cells(IndexedBitext bitext, int pairs) {
        long cells = 0;
        for (int pair = 0; pair < pairs; pair++) {
            cells += (long) bitext.source().length(pair) * bitext.target().length(pair);
        }
        return cells;
    }

    @Test
    void pairsThatAreTooLongDoNotCountTowardsAPart() throws HydraException {
        SentencePair tooLong = new SentencePair("a ".repeat(1_001), "b ".repeat(1_001));
        assertThat(firsts(List.of(tooLong, new SentencePair("a", "b"), tooLong), OPTIONS)).containsExactly(0);
    }

    @ParameterizedTest
    @EnumSource(AlignmentMethod.class)
    void onlyAModelThatLearnsInPartsIsGivenParts(AlignmentMethod model) throws HydraException {
        List<SentencePair> pairs = List.of(new SentencePair("a b", "c d"), new SentencePair("a", "c"), new SentencePair("b", "d"));
        List<Integer> firsts = firsts(pairs, OPTIONS.withModel(model).withCellsAPart(4));
        assertThat(firsts).isEqualTo(model.learnsInParts() ? List.of(0, 1) : List.of(0));
    }

    /** The numbers of the pairs that parts begin with. */
    private static List<Integer> firsts(List<SentencePair> pairs, AlignOptions options) throws HydraException {
        List<Integer> firsts = new ArrayList<>();
        Aligned.of(
                PairSource.of(pairs),
                SPACES,
                SPACES,
                part -> {
                    firsts.add(part.first());
                    return TrainingData.of(part.bitext());
                },
                options);
        return firsts;
    }

    /** In how many pairs both sides have Tom, whose name stays what it is. */
    private static int toms(List<SentencePair> pairs) throws HydraException {
        int count = 0;
        for (SentencePair pair : pairs) {
            count += has(pair.source()) && has(pair.target()) ? 1 : 0;
        }
        return count;
    }

    private static boolean has(String sentence) throws HydraException {
        return List.of(WORDS.segment(sentence).forms()).contains("Tom");
    }

    private static List<SentencePair> alibi() throws HydraException {
        return Bitexts.readAll(SharedData.require("align-gold/alibi-fra-eng/bitext.gz"));
    }
}
